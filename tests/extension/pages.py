"""The pages that tests write in: what real ones have, and no more."""

_POSTED = "<output id=posted></output><script>let posts = 0; const post = () => { posted.value = ++posts; }</script>"
_FIELD = "<textarea rows=4 cols=60 aria-label=Draft></textarea>"

# as sites with a framework of their own have them: buttons that are none, and keys that the page hears
_SCRIPTED = """
<div role=dialog>
  <div data-testid=tweetText>When does the library open?</div>
  <textarea aria-label=Draft rows=4 cols=60></textarea>
  <div role=button tabindex=0 data-testid=tweetButton><span>Go</span></div>
  <div data-testid=tweetText>Below, and so not answered.</div>
</div>
<script>
  const button = document.querySelector("[role=button]");
  button.addEventListener("click", post);
  button.addEventListener("keydown", event => { if (event.key === "Enter") post(); });
  document.querySelector("textarea").addEventListener("keydown", event => {
    if (event.key === "Enter" && event.ctrlKey) post();
  });
</script>
"""

# all that a page can do to reach us, and some of it endless
_HOSTILE = """
<script>
  const huge = "x".repeat(1_000_000);
  const kinds = ["check", "renew", "open", "waiting", "silence", "settings", "pair", "forget"];
  const attack = () => {
    for (const kind of kinds) {
      const message = { kind, text: huge, findings: [{ key: huge, message: huge, advice: "" }], field: 1, context: {} };
      postMessage(message, "*");
      for (const name of ["message", "postlint", kind]) {
        document.dispatchEvent(new CustomEvent(name, { detail: message }));
        dispatchEvent(new MessageEvent(name, { data: message, source: window }));
      }
    }
    const field = document.querySelector("textarea");
    for (const type of ["focusin", "input", "keydown", "click", "submit"]) {
      field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    document.querySelector("button").click();
  };
</script>
"""

PAGES = {
    "/": f"<!doctype html><title>A page</title><main>{_FIELD}<button type=button onclick=post()>Post</button>"
    f"<button type=button onclick=post()>Preview</button></main>{_POSTED}",
    "/form": f"<!doctype html><title>A form</title><form onsubmit='event.preventDefault(); post()'>{_FIELD}"
    f"<input aria-label=Name><button>Opslaan</button></form>{_POSTED}",
    "/scripted": f"<!doctype html><title>A site with scripts</title>{_POSTED}{_SCRIPTED}",
    "/dialog": f"<!doctype html><title>A dialog</title><dialog>{_FIELD}<button onclick=post()>Post</button></dialog>"
    f"{_POSTED}<script>document.querySelector('dialog').showModal()</script>",
    "/frame": "<!doctype html><title>A frame</title><main>"
    '<iframe srcdoc="<textarea rows=4 cols=60></textarea>" width=600></iframe>'
    f"<button type=button onclick=post()>Publish</button></main>{_POSTED}",
    "/hostile": f"<!doctype html><title>Hostile</title><main>{_FIELD}"
    f"<button type=button onclick=post()>Post</button></main>{_POSTED}{_HOSTILE}",
    "/scrolled": f"<!doctype html><title>A page that scrolls</title><div><p></p>{_FIELD}<p></p></div><script>"
    "Object.assign(document.querySelector('div').style, { height: '300px', overflow: 'auto' });"
    "document.querySelectorAll('p').forEach(each => { each.style.height = '800px'; })</script>",
}
