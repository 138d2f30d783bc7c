/** How the report looks, in light and in dark; white on each severity's colour has a contrast of at least 4.5 : 1. */
export const STYLE = `
:root{color-scheme:light dark;--line:#8a8f9855;--critical:#b3261e;--high:#b34700;--medium:#7a5c00;--low:#1f5fa8;--informational:#5a5f66}
body{margin:0;font:15px/1.5 -apple-system,"Segoe UI","PingFang SC","Hiragino Sans","Microsoft YaHei",Meiryo,sans-serif}
main{max-width:920px;margin:0 auto;padding:24px 16px}
h1{font-size:24px;line-height:1.25;margin:0 0 8px}h2{font-size:18px;margin:32px 0 8px}
.warning{border-left:6px solid var(--severity,var(--high));padding:4px 12px;font-weight:bold}
.counts{display:flex;flex-wrap:wrap;gap:8px;list-style:none;padding:0;margin:16px 0}
.counts li{color:#fff;background:var(--severity);border-radius:4px;padding:2px 10px}
.critical{--severity:var(--critical)}.high{--severity:var(--high)}.medium{--severity:var(--medium)}
.low{--severity:var(--low)}.informational{--severity:var(--informational)}
details{border:1px solid var(--line);border-left:6px solid var(--severity);border-radius:4px;margin:8px 0;padding:0 14px}
summary{cursor:pointer;padding:10px 0;font-weight:bold;overflow-wrap:anywhere}
.where{display:block;font-weight:normal;font-size:13px;opacity:.8}
dl{display:grid;grid-template-columns:minmax(90px,160px) 1fr;gap:4px 14px;margin:0 0 8px}
dt{opacity:.75;font-size:13px;padding-top:1px}dd{margin:0;overflow-wrap:anywhere}
pre{margin:0 0 6px;padding:8px 10px;border:1px solid var(--line);border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}
pre,code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.reference{font-size:12px;opacity:.75;margin:0 0 12px;overflow-wrap:anywhere}
@media(max-width:560px){dl{grid-template-columns:1fr}dt{padding-top:6px}}
@media print{details{break-inside:avoid}details>*{display:block}}
`.replaceAll('\n', '');
