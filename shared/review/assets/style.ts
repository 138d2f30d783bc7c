/** The page's style sheet, as text so that a bundle carries it along. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --bg: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --soft: #59616b; --line: #d9dde3; --accent: #1a5fb4; --accent-ink: #ffffff;
  --code: #eef1f5; --was: #fdecea; --is: #e6f4ea; --note: #fff6dd;
  --critical: #b3261e; --high: #b34700; --medium: #7a5c00; --low: #1f5fa8; --informational: #5a5f66;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) {
    --bg: #14171b; --card: #1d2126; --ink: #e6e9ed; --soft: #a3abb5; --line: #343a42; --accent: #8ab8ff; --accent-ink: #10151b;
    --code: #262b32; --was: #4a2320; --is: #1d3d28; --note: #3d3416;
    --critical: #d0392f; --high: #b9520f; --medium: #876a0d; --low: #3574c4; --informational: #6b727b;
  }
}
:root[data-theme=dark] {
  color-scheme: dark;
  --bg: #14171b; --card: #1d2126; --ink: #e6e9ed; --soft: #a3abb5; --line: #343a42; --accent: #8ab8ff; --accent-ink: #10151b;
  --code: #262b32; --was: #4a2320; --is: #1d3d28; --note: #3d3416;
  --critical: #d0392f; --high: #b9520f; --medium: #876a0d; --low: #3574c4; --informational: #6b727b;
}
:root[data-theme=light] { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans', 'Microsoft YaHei', Meiryo, 'Noto Sans CJK SC', sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { background: var(--code); padding: 1px 4px; border-radius: 3px; }
pre { margin: 0; padding: 10px 12px; background: var(--code); border-radius: 6px; white-space: pre-wrap; }
pre code { padding: 0; background: none; }
pre.raw { max-height: 28rem; overflow: auto; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 .6rem; }
h2 { font-size: 1.08rem; margin: 0 0 .6rem; }
h3, .rule h2 { font-size: .95rem; margin: 1rem 0 .3rem; }
p { margin: .4rem 0; }
.soft { color: var(--soft); font-size: .9em; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 8px; top: 8px; background: var(--card); padding: 8px; z-index: 2; }
header.top { background: var(--card); border-bottom: 1px solid var(--line); }
p.lead { margin: -.3rem 0 .9rem; color: var(--soft); }
header.top > div { max-width: 1180px; margin: auto; padding: 8px 16px; display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; }
.brand { font-weight: 700; text-decoration: none; color: var(--ink); font-size: 1.05rem; }
nav.main { display: flex; flex-wrap: wrap; gap: 2px; flex: 1; }
nav.main a { padding: 5px 10px; border-radius: 6px; text-decoration: none; color: var(--ink); }
nav.main a:hover { background: var(--code); }
nav.main a[aria-current] { background: var(--accent); color: var(--accent-ink); }
.who { display: flex; gap: 10px; align-items: center; font-size: .9rem; }
main { max-width: 1180px; margin: auto; padding: 18px 16px 30px; }
footer { max-width: 1180px; margin: auto; padding: 0 16px 30px; font-size: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; margin: 0 0 14px; min-width: 0; }
.grid { display: grid; gap: 14px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 330px), 1fr)); margin-bottom: 14px; }
.grid > .card { margin: 0; }
.split { display: grid; gap: 14px; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: start; }
.tiles { display: flex; flex-wrap: wrap; gap: 10px; }
.tile { display: grid; min-width: 104px; padding: 8px 12px; border-radius: 8px; border: 1px solid var(--line); border-left: 6px solid var(--informational); text-decoration: none; color: var(--ink); background: var(--card); }
.tile b { font-size: 1.5rem; line-height: 1.2; }
.tile:hover { border-color: var(--accent); }
.tile.critical { border-left-color: var(--critical); } .tile.high { border-left-color: var(--high); } .tile.medium { border-left-color: var(--medium); } .tile.low { border-left-color: var(--low); }
.badge { display: inline-block; padding: 1px 7px; border-radius: 4px; color: #fff; font-size: .78rem; font-weight: 700; white-space: nowrap; }
.badge.critical, .swatch.critical { background: var(--critical); } .badge.high, .swatch.high { background: var(--high); } .badge.medium, .swatch.medium { background: var(--medium); } .badge.low, .swatch.low { background: var(--low); } .badge.informational, .swatch.informational { background: var(--informational); }
.badge { background-blend-mode: normal; }
.fill.critical { fill: var(--critical); } .fill.high { fill: var(--high); } .fill.medium { fill: var(--medium); } .fill.low { fill: var(--low); } .fill.informational { fill: var(--informational); }
.tag { display: inline-block; padding: 0 7px; border: 1px solid var(--line); border-radius: 999px; font-size: .8rem; white-space: nowrap; }
.tag.status-new { border-color: var(--critical); font-weight: 700; } .tag.status-in-progress { border-color: var(--high); }
.tag.verdict { background: var(--code); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
th, td { padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
td.wide { min-width: 34%; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.whole { white-space: nowrap; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.was, td.was { background: var(--was); } td.is { background: var(--is); }
.diff td { padding: 7px 10px; } .diff th { padding-left: 10px; }
.diff del { text-decoration-thickness: 1px; } .diff ins { text-decoration: none; font-weight: 600; }
.facts { margin: 0; display: grid; gap: 4px 14px; }
.facts > div { display: grid; grid-template-columns: minmax(90px, 30%) 1fr; gap: 10px; }
.facts dt { color: var(--soft); font-size: .88rem; } .facts dd { margin: 0; min-width: 0; }
.timeline { margin: 0; } .timeline svg { display: block; width: 100%; height: auto; }
.grid-line, .timeline .grid { stroke: var(--line); } .scale { fill: var(--soft); font-size: 11px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 14px; font-size: .82rem; color: var(--soft); margin: 4px 0; }
.swatch { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 5px; }
details > summary { cursor: pointer; color: var(--accent); padding: 3px 0; }
form.filters { display: grid; gap: 10px 14px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); align-items: end; margin-top: 8px; }
form label > span { display: block; font-size: .82rem; color: var(--soft); }
form.filters .wide { grid-column: 1 / -1; }
input, select, textarea, button, .button { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: 6px 9px; max-width: 100%; }
input:not([type=checkbox]):not([type=radio]), select, textarea { width: 100%; border-color: var(--soft); }
button, .button { cursor: pointer; text-decoration: none; display: inline-block; min-height: 36px; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
button:hover, .button:hover { border-color: var(--accent); }
fieldset.boxes { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 4px 14px; grid-column: 1 / -1; }
fieldset.boxes legend { float: left; font-size: .82rem; color: var(--soft); margin-right: 12px; padding: 0; }
fieldset.boxes label { display: inline-flex; gap: 5px; align-items: center; } fieldset.boxes label > span { display: inline; font-size: .92rem; color: inherit; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.between { justify-content: space-between; }
.pager { display: flex; gap: 10px; justify-content: flex-end; margin-top: 10px; }
.command { position: relative; margin: 6px 0; } .command button { position: absolute; top: 6px; right: 6px; padding: 2px 9px; min-height: 28px; font-size: .82rem; } .command.can-copy pre { padding-right: 88px; }
.banner { padding: 10px 14px; border-radius: 8px; background: var(--note); margin: 0 0 14px; border-left: 5px solid var(--medium); }
.banner.bad { background: var(--was); border-left-color: var(--critical); } .banner.good { background: var(--is); border-left-color: #2e7d32; }
.acts { display: grid; gap: 12px; } .acts form { display: grid; gap: 8px; padding-bottom: 12px; border-bottom: 1px solid var(--line); } .acts form:last-child { border: 0; padding: 0; }
fieldset.boxes label.choice { display: grid; align-items: start; width: 100%; }
.choice { display: grid; grid-template-columns: auto 1fr; gap: 2px 8px; } .choice input { margin-top: 5px; } .choice span { display: block; } form .choice > span { font-size: inherit; color: inherit; }
.entries { list-style: none; margin: 0; padding: 0; } .entries li { padding: 6px 0; border-bottom: 1px solid var(--line); } .entries li:last-child { border: 0; } .entries p { white-space: pre-wrap; }
.rule { border-top: 1px solid var(--line); padding: 8px 0; } .rule > summary { color: inherit; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; } .rule > summary .grow { flex: 1 1 260px; }
.sign-in { max-width: 460px; margin: 6vh auto; } .sign-in form { display: grid; gap: 10px; margin-top: 12px; }
@media (max-width: 720px) {
  body { font-size: 16px; }
  .split { grid-template-columns: minmax(0, 1fr); }
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards, table.cards tbody, table.cards tr, table.cards td { display: block; width: auto; }
  table.cards tr { padding: 8px 0; border-bottom: 1px solid var(--line); }
  table.cards td { border: 0; padding: 2px 0; display: grid; grid-template-columns: 32% 1fr; gap: 8px; text-align: left; }
  table.cards td::before { content: attr(data-head); color: var(--soft); font-size: .85rem; }
  table.cards td:has(> div:empty) { display: none; }
  table.compact tr { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; }
  table.compact td { display: block; order: 3; padding: 1px 0; }
  table.compact td::before { content: none; }
  table.compact td.head { order: 1; }
  table.compact td.wide { order: 2; width: 100%; }
  header.top > div { gap: 2px 18px; }
  nav.main { order: 3; flex: 1 0 100%; }
  nav.main a { padding: 9px 7px; font-size: .95rem; }
  .timeline svg { min-width: 560px; }
  .who { margin-left: auto; }
  table.cards.diff td { padding: 4px 8px; }
  button, .button, input, select { min-height: 44px; } input[type=checkbox], input[type=radio] { min-height: 22px; min-width: 22px; }
  .command button { min-height: 36px; }
}
@media print { header.top nav, footer, .acts, .pager { display: none; } .card { break-inside: avoid; } }
`;
