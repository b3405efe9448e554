// What is known of the places where people post. Pages change: a selector that finds nothing leaves its part unknown,
// and nothing else depends on it. Selectors are by what a page keeps stable: test ids, roles, class names of long ago.

/**
 * @typedef {object} Site
 * @property {string} id
 * @property {string} name as its users call it
 * @property {string[]} origins where it is; empty where the user gives the address
 * @property {string} [channel] the context's channel, where postlint knows this one
 * @property {string} [post] what posts when pressed; without it `POST_WORDS` tell
 * @property {string} [except] fields that hold no post: private messages, searches
 * @property {string} [enterPosts] fields in which Enter alone posts
 * @property {{within: string, post: string}[]} [replyTo] what is answered: the last `post` above the field `within` the
 *   nearest such part of the page; the first that is there counts
 * @property {{control: string, closed: RegExp}} [audience] the page's own control of who may read it,
 *   and what its words are where that is not everyone
 */

/** @type {readonly Site[]} */
const SITES = [
  {
    id: "x",
    name: "X",
    origins: ["https://x.com", "https://twitter.com"],
    channel: "x",
    post: "[data-testid=tweetButton], [data-testid=tweetButtonInline]",
    except: "[data-testid^=dmComposer], [data-testid^=SearchBox], [role=search] *",
    replyTo: [
      { within: "[role=dialog]", post: "[data-testid=tweetText]" },
      { within: "[data-testid=primaryColumn]", post: "article [data-testid=tweetText]" },
    ],
  },
  {
    id: "bluesky",
    name: "Bluesky",
    origins: ["https://bsky.app"],
    channel: "bluesky",
    post: "[data-testid=composerPublishBtn]",
    except: "[data-testid=searchTextInput], [role=search] *",
    replyTo: [{ within: "[data-testid=composePostView]", post: "[data-word-wrap]" }],
  },
  {
    id: "mastodon",
    name: "Mastodon",
    origins: [],
    channel: "mastodon",
    post: ".compose-form__submit button, .compose-form__publish-button-wrapper button",
    except: ".search__input",
    replyTo: [
      { within: ".compose-form", post: ".reply-indicator__content" },
      { within: "body", post: ".reply-indicator__content" },
    ],
    audience: {
      control: ".compose-form__dropdowns .dropdown-button, .privacy-dropdown__value-icon",
      closed: /^(followers|specific people|private|direct|alleen volgers|volgers|bepaalde (accounts|mensen)|privé)/i,
    },
  },
  {
    id: "linkedin",
    name: "LinkedIn",
    origins: ["https://www.linkedin.com"],
    channel: "linkedin",
    post: ".share-actions__primary-action, [class*=comments-comment-box__submit-button]",
    except: ".msg-form__contenteditable, .search-global-typeahead *",
    replyTo: [
      {
        within: ".feed-shared-update-v2, [data-urn]",
        post: ".update-components-text, .comments-comment-item__main-content",
      },
    ],
    audience: {
      control: ".share-unified-settings-entry-button",
      closed: /(connections only|alleen connecties|group|groep)/i,
    },
  },
  {
    id: "facebook",
    name: "Facebook",
    origins: ["https://www.facebook.com"],
    channel: "facebook",
    except: "[aria-label='Message'], [aria-label='Bericht'], [role=search] *",
    enterPosts:
      "[role=article] [role=textbox], [aria-label^='Write a'], [aria-label^='Comment'], [aria-label^='Schrijf een']",
    replyTo: [
      { within: "[role=article], [role=dialog]", post: "[data-ad-preview=message], [data-ad-comet-preview=message]" },
    ],
    audience: {
      control: "[role=dialog] [aria-label^='Edit privacy'], [role=dialog] [aria-label^='Privacy bewerken']",
      closed: /(friends|only me|custom|vrienden|alleen ik|aangepast|members|leden)/i,
    },
  },
  {
    id: "instagram",
    name: "Instagram",
    origins: ["https://www.instagram.com"],
    channel: "instagram",
    except: "[aria-label='Message'], [aria-label='Bericht'], [role=search] *",
    enterPosts: "form textarea",
    replyTo: [{ within: "article, [role=dialog]", post: "h1" }],
  },
  {
    id: "threads",
    name: "Threads",
    origins: ["https://www.threads.com", "https://www.threads.net"],
    except: "[role=search] *",
  },
  {
    id: "web",
    name: "Website",
    origins: [],
    channel: "web",
    except: "[role=search] *",
  },
];

/** The names of buttons that post, in small letters, for sites whose own are not known. */
const POST_WORDS = new Set(
  (
    "post|post all|reply|comment|share|share now|publish|publish now|publish…|tweet|send|submit|toot|" +
    "plaatsen|reageren|reactie plaatsen|opmerking plaatsen|delen|nu delen|publiceren|publiceer|verzenden|versturen|" +
    "verstuur|beantwoorden|antwoorden"
  ).split("|"),
);

/** Above this many UTF-16 units a draft is no post, and is not read. */
const LONGEST_DRAFT = 100_000;

/** @typedef {{origin: string, site: string}} ChosenSite a scheme and host without a port, and the `id` of its site */

/** The scheme and host of an address, without its port: what permissions and match patterns can tell apart.
 * @param {string} address @returns {string} */
function originWithoutPort(address) {
  const url = new URL(address);
  return `${url.protocol}//${url.hostname}`;
}

/** @param {readonly ChosenSite[]} chosen @param {string} address @returns {ChosenSite | undefined} */
function chosenAt(chosen, address) {
  return URL.canParse(address) ? chosen.find((each) => each.origin === originWithoutPort(address)) : undefined;
}
