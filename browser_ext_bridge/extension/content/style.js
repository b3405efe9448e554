// How what we show looks. It stands apart from the page's own style, in both directions.

const OVERLAY_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  color-scheme: light dark !important;
  z-index: 2147483647 !important;
}
.area {
  --surface: light-dark(#ffffff, #212327);
  --raised: light-dark(#f5f6f8, #2b2e33);
  --line: light-dark(#d8dbe0, #41454d);
  --ink: light-dark(#1b1c1f, #eeeef1);
  --soft: light-dark(#565a62, #b0b4bd);
  --ours: light-dark(#0b5563, #8fd3e0);
  --on-ours: light-dark(#ffffff, #06272e);
  --post: light-dark(#1b6639, #86d9a5);
  --note: light-dark(#3b5680, #adc8ee);
  --reconsider: light-dark(#864a00, #ffc174);
  --hold: light-dark(#ad241c, #ffa39b);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink);
  text-align: start;
}
[hidden] { display: none !important; }
* { box-sizing: border-box; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--ours); outline-offset: 2px; }
svg { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
h2, h3, p, ul, blockquote { margin: 0; padding: 0; font: inherit; }
ul { list-style: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.badge {
  position: fixed; display: inline-flex; align-items: center; justify-content: center; gap: 4px;
  min-width: 26px; height: 26px; padding: 0 6px; border-radius: 13px; border: 1px solid var(--line);
  background: var(--surface); color: var(--tone, var(--soft)); font-size: 13px; font-weight: 600; line-height: 1;
  box-shadow: 0 1px 3px rgb(0 0 0 / .14);
}
.badge:hover, .badge[aria-expanded=true] { border-color: currentColor; }
.badge svg { width: 14px; height: 14px; }
.badge .word { font-weight: 500; }
[data-tone=post] { --tone: var(--post); }
[data-tone=note] { --tone: var(--note); }
[data-tone=reconsider] { --tone: var(--reconsider); }
[data-tone=hold] { --tone: var(--hold); }

.panel {
  position: fixed; display: flex; flex-direction: column; width: min(372px, 100vw - 16px); max-height: min(540px, 100vh - 16px);
  background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 2px 6px rgb(0 0 0 / .10), 0 12px 32px rgb(0 0 0 / .18); overflow: hidden;
}
.head { display: flex; align-items: center; gap: 8px; padding: 10px 8px 10px 16px; border-block-end: 1px solid var(--line); color: var(--tone, var(--ink)); }
.head svg { width: 18px; height: 18px; }
.head h2 { flex: 1; font-weight: 650; font-size: 15px; }
.bare { display: inline-flex; align-items: center; justify-content: center; width: 30px; height: 30px; border: 0; border-radius: 8px; background: none; color: var(--soft); }
.bare:hover { background: var(--raised); color: var(--ink); }
.body { overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
.body > p { padding: 14px 16px; }
.finding { padding: 14px 16px 12px; display: grid; gap: 6px; }
.finding + .finding { border-block-start: 1px solid var(--line); }
.kind { display: inline-flex; align-items: center; gap: 5px; font-size: 12px; font-weight: 600; color: var(--tone); }
.message { font-weight: 600; }
.why { color: var(--soft); }
.advice { padding-inline-start: 10px; border-inline-start: 3px solid var(--ours); }
.row { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 4px; }
.action { padding: 4px 10px; min-height: 28px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); font-size: 13px; font-weight: 500; text-align: start; }
.action:hover { background: var(--raised); border-color: var(--soft); }
.action.main { background: var(--ours); border-color: var(--ours); color: var(--on-ours); }
.action.main:hover { filter: brightness(1.1); }
.action.plain { border-color: transparent; background: none; color: var(--soft); padding-inline: 6px; }
.action.plain:hover { color: var(--ink); background: var(--raised); }
.case { display: grid; gap: 4px; padding: 10px 12px; background: var(--raised); border-radius: 8px; font-size: 13px; }
.case h3 { font-weight: 600; }
.case .label { color: var(--soft); font-size: 12px; }
.case .before { color: var(--soft); }
.reason { display: grid; gap: 6px; padding: 10px 12px; background: var(--raised); border-radius: 8px; font-size: 13px; }
.reason label { display: grid; gap: 4px; }
.reason input { width: 100%; padding: 5px 8px; border: 1px solid var(--soft); border-radius: 6px; background: var(--surface); }
.reason p { color: var(--soft); font-size: 12px; }
.foot { display: flex; align-items: center; gap: 8px; padding: 6px 8px 6px 16px; border-block-start: 1px solid var(--line); font-size: 12px; color: var(--soft); }
.foot p { flex: 1; }

.nudge { width: min(420px, 100vw - 16px); }
.nudge h2 { color: var(--ink); }
.nudge .foot { padding: 12px 16px; justify-content: flex-end; flex-wrap: wrap; background: var(--raised); }
.nudge .action { padding: 6px 12px; min-height: 34px; font-size: 14px; }
.nudge .finding { padding-block: 10px; }
.nudge .intro { padding: 12px 16px 2px; color: var(--soft); }
kbd { margin-inline-start: 8px; padding: 0 5px; border: 1px solid currentColor; border-radius: 4px; font: 11px/1.5 ui-monospace, monospace; opacity: .85; }
@media (prefers-reduced-motion: no-preference) { .panel { animation: come 120ms ease-out; } @keyframes come { from { opacity: 0; translate: 0 4px; } } }
@media (forced-colors: active) { .badge, .panel, .action { border-color: CanvasText; } }
`;
