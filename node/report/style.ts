/** The report page's style: readable in light, dark, narrow windows and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d5dbe3;--paper:#fff;--tile:#f3f6f9;--bar:#2f6fb3;--mark:#a8491b}
@media(prefers-color-scheme:dark){:root{--ink:#e4e9ef;--soft:#9aa7b6;--line:#36414e;--paper:#12181f;--tile:#1b232c;--bar:#6aa9e9;--mark:#f0a070}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem}
p{margin:.5rem 0;max-width:46rem;overflow-wrap:anywhere}
.lead{font-size:1.05rem}.note,.lead,.digest,figcaption{color:var(--soft)}
.note,.digest{font-size:.875rem}
code{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{margin:.75rem 0;padding:.75rem 1rem;background:var(--tile);border-radius:.5rem;white-space:pre-wrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:1.5rem 0 0}
.tiles div{background:var(--tile);border-radius:.5rem;padding:.75rem 1rem;display:flex;flex-direction:column;justify-content:space-between}
dt{font-size:.8125rem;color:var(--soft)}
dd{margin:.25rem 0 0;font-size:1.25rem;font-weight:600;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;margin:0 0 1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);font-size:.875rem;padding:0 0 .25rem}
th,td{padding:.375rem .625rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;white-space:nowrap}
thead th{font-weight:600;color:var(--soft);font-size:.875rem}
tbody th{font-weight:400;text-align:left;padding-left:0}
.proof{display:block;color:var(--soft);font-size:.8125rem}
thead td{width:40%}
.plain td{text-align:left;white-space:normal;overflow-wrap:anywhere}
.plain th{color:var(--soft);width:14rem;white-space:normal}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.5rem}
figure{margin:0;max-width:32rem}figcaption{font-size:.875rem;text-align:center}
svg{display:block;width:100%;height:auto}
svg text{font:12px system-ui,sans-serif;fill:var(--soft)}
.bars rect{fill:var(--bar)}
.axis line{stroke:var(--line)}
.marks line{stroke:var(--mark);stroke-dasharray:3 3}
.marks text{fill:var(--mark);font-weight:600}
li{margin:.375rem 0;max-width:46rem}
@media(max-width:34rem){main{padding:1.25rem 1rem 3rem}th,td{padding:.375rem .375rem}.plain th{width:8.5rem}.plain tr,table{font-size:.875rem}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--tile:#f4f4f4;--bar:#2f6fb3;--mark:#a8491b}main{max-width:none;padding:0}section,figure,table{break-inside:avoid}h2{break-after:avoid}}
`.trim();
