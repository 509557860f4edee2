"""How reports look in a browser. All rules are for what stands inside `.workbook`.

Colours are custom properties, each pair of text and ground with a contrast of at least 4.5 to 1. A page around may
choose by `data-theme="light"` or `"dark"`; else the reader's system does.
"""

from __future__ import annotations

_LIGHT = """
  color-scheme: light;
  --paper: #ffffff; --card: #ffffff; --soft: #f5f6f8; --line: #d9dde3; --ink: #1d2430; --quiet: #586273;
  --pass: #17703c; --pass-soft: #e5f4ea; --fail: #b3261e; --fail-soft: #fdebe9;
  --skip: #1d63a8; --skip-soft: #e7f0fa; --unjudged: #7b3fa0; --unjudged-soft: #f4eafa;
  --link: #1a5fb4; --shade: rgb(20 30 50 / 6%);
"""

_DARK = """
  color-scheme: dark;
  --paper: #14181f; --card: #1b2029; --soft: #232a35; --line: #39424f; --ink: #e6e9ee; --quiet: #a3adbb;
  --pass: #74d394; --pass-soft: #17351f; --fail: #ff9c92; --fail-soft: #431d1b;
  --skip: #8fc1f5; --skip-soft: #17304a; --unjudged: #d6a6f2; --unjudged-soft: #38224a;
  --link: #8fc1f5; --shade: rgb(0 0 0 / 25%);
"""

_RULES = """
.workbook {
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere; word-break: keep-all;
  font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR",
    "Noto Sans CJK KR", sans-serif;
}
.workbook, .workbook * { box-sizing: border-box; }
.workbook.page { margin: 0; }
.workbook.page > main { max-width: 62rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); }
.workbook.verdict { padding: .25rem; }
.workbook.page .verdict { padding: 0; }
.workbook.page > main > header > * + * { margin-top: .6rem; }
.workbook :is(h1, h2, h3, h4, h5, h6, p, dl, dd, ol, ul, figure, pre, table) { margin: 0; padding: 0; }
.workbook :is(h1, h2, h3, h4, h5, h6) { line-height: 1.35; font-weight: 700; text-wrap: balance; }
.workbook h1 { font-size: 1.7rem; }
.workbook h2 { font-size: 1.35rem; }
.workbook a { color: var(--link); }
.workbook :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.workbook :is(code, pre, .seconds, svg) {
  font-family: ui-monospace, "Cascadia Code", Consolas, Menlo, D2Coding, "Noto Sans Mono CJK KR", monospace;
  font-size: .92em;
}
.workbook :is(p, h1, h2, h3, h4, h5, h6, dd) > code {
  background: var(--soft); border-radius: .25em; padding: .1em .25em; overflow-wrap: anywhere;
}
.workbook footer code { white-space: nowrap; }
.workbook pre {
  background: var(--soft); border-radius: .5rem; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere;
  word-break: normal; line-height: 1.5; font-size: .92rem;
}
.workbook pre > code { font-size: inherit; }
.workbook pre.copyable { user-select: all; }
.workbook .unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.workbook.verdict > header { margin-bottom: 1.5rem; }
.workbook .summary { font-weight: 700; margin-top: .4rem; }
.workbook.pass .summary { color: var(--pass); }
.workbook.fail .summary { color: var(--fail); }
.workbook.unjudged .summary { color: var(--unjudged); }
.workbook.verdict > footer { color: var(--quiet); font-size: .92rem; margin-top: 1.5rem; }

.workbook .step { border-top: 1px solid var(--line); padding: .7rem 0; }
.workbook .step > :is(h2, h3, h4, h5, h6) {
  font-size: 1.02rem; font-weight: 600; padding-left: 5.2rem; text-indent: -5.2rem;
}
.workbook .step.pass > :is(h2, h3, h4, h5, h6) { font-weight: 400; }
.workbook .step > :is(h2, h3, h4, h5, h6) * { text-indent: 0; }
.workbook .status {
  display: inline-block; min-width: 4.6rem; margin-right: .35rem; padding: .12rem .5rem; border-radius: 1rem;
  font-size: .85rem; font-weight: 700; text-align: center;
}
.workbook .step.pass .status { color: var(--pass); background: var(--pass-soft); }
.workbook .step.fail .status { color: var(--fail); background: var(--fail-soft); }
.workbook .step.skipped .status { color: var(--skip); background: var(--skip-soft); }
.workbook .step.unjudged .status { color: var(--unjudged); background: var(--unjudged-soft); }
.workbook .step:not(.pass) { padding: 1.2rem 0 1.5rem; }
.workbook .step > :not(h1, h2, h3, h4, h5, h6) { margin-top: .8rem; }
.workbook .message { border-left: 4px solid var(--fail); padding: .1rem 0 .1rem 1rem; font-weight: 600; }
.workbook .message pre { margin: .5rem 0; font-weight: 400; }

.workbook .facts > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .1rem 1rem; }
.workbook .facts > .below { grid-template-columns: minmax(0, 1fr); }
.workbook .facts > div + div { margin-top: .6rem; }
.workbook dt { color: var(--quiet); font-size: .92rem; font-weight: 600; }
.workbook .comparison {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .8rem;
}
.workbook .comparison.tables { display: flex; flex-wrap: wrap; gap: .8rem 2rem; }
.workbook .comparison.tables > div { max-width: 100%; }
.workbook .comparison > div { min-width: 0; }
.workbook .comparison pre { margin-top: .2rem; }
.workbook .comparison .expected pre { border-left: 4px solid var(--pass); }
.workbook .comparison .got pre { border-left: 4px solid var(--fail); }
.workbook ins { background: var(--pass-soft); color: var(--pass); text-decoration: underline 2px; border-radius: .2em; }
.workbook del {
  background: var(--fail-soft); color: var(--fail); text-decoration: underline wavy 1px; border-radius: .2em;
}
.workbook .note, .workbook .empty { color: var(--quiet); font-size: .92rem; }

.workbook details > summary {
  cursor: pointer; color: var(--link); font-size: .92rem; padding: .25rem 0; width: fit-content;
}
.workbook details > :not(summary) { margin-top: .4rem; }
.workbook .exchange pre { margin-top: .25rem; }
.workbook .exchange dd { margin-bottom: .6rem; }

.workbook .wide { overflow-x: auto; position: relative; }
.workbook table { border-collapse: collapse; font-size: .92rem; }
.workbook .rows :is(th, td) {
  padding: .25rem .7rem; border: 1px solid var(--line); text-align: left; white-space: nowrap;
}
.workbook .rows th { background: var(--soft); }
.workbook .expected .rows tr.differs td { background: var(--pass-soft); color: var(--pass); }
.workbook .got .rows tr.differs td { background: var(--fail-soft); color: var(--fail); }
.workbook .lines { width: 100%; table-layout: fixed; }
.workbook .lines th { text-align: left; color: var(--quiet); font-weight: 600; padding: .1rem .6rem; }
.workbook .lines td {
  padding: .05rem .6rem; background: var(--soft); vertical-align: top; white-space: pre-wrap; word-break: normal;
}
.workbook .lines td + td { border-left: 4px solid var(--paper); }
.workbook .lines .side { display: none; }
.workbook .lines .other .expected:not(.none) { background: var(--pass-soft); }
.workbook .lines .other .got:not(.none) { background: var(--fail-soft); }
.workbook .lines .between td { color: var(--quiet); text-align: center; font-size: .85rem; }

.workbook svg.sequence { display: block; max-width: none; font-size: 13px; fill: var(--ink); }
.workbook svg.sequence .name { font-weight: 700; font-size: 14px; }
.workbook svg.sequence .seconds { font-size: 11px; fill: var(--quiet); }
.workbook svg.sequence .life { stroke: var(--line); stroke-width: 2; }
.workbook svg.sequence .arrow { stroke: var(--quiet); stroke-width: 1.5; }
.workbook svg.sequence .head { fill: var(--quiet); }
.workbook svg.sequence :is(.cross, .end) { stroke: var(--quiet); stroke-width: 2; fill: none; }
.workbook svg.sequence :is(.misses, .unacknowledged) .cross { stroke: var(--fail); }
.workbook svg.sequence :is(.misses, .unacknowledged) .arrow { stroke: var(--fail); stroke-dasharray: 6 5; }
.workbook svg.sequence .unwanted .arrow { stroke: var(--fail); }
.workbook svg.sequence .unwanted .head { fill: var(--fail); }
.workbook svg.sequence :is(.misses, .unacknowledged, .unwanted, .lost) text:not(.seconds) {
  fill: var(--fail); font-weight: 700;
}
.workbook svg.sequence .between text { fill: var(--quiet); }
.workbook .timeline figcaption { color: var(--quiet); font-size: .92rem; font-weight: 600; }
.workbook .timeline ol { list-style: none; font-size: .9rem; }

/* JupyterLab has rules of its own for what stands in an output. */
.jp-OutputArea .workbook :is(dl, dl > div) > :is(dt, dd) { float: none; width: auto; }
.jp-ThemedContainer .jp-OutputArea .workbook pre {
  background: var(--soft); color: inherit; padding: .6rem .8rem;
}
.jp-ThemedContainer .jp-OutputArea .workbook .comparison pre { margin-top: .2rem; }

@media (max-width: 36rem) {
  .workbook .facts > div { grid-template-columns: minmax(0, 1fr); }
  .workbook .lines, .workbook .lines :is(tbody, tr, td) { display: block; }
  .workbook .lines thead { display: none; }
  .workbook .lines .side { display: block; font-size: .8rem; color: var(--quiet); }
  .workbook .lines td + td { border-left: 0; }
  .workbook .lines .same .got, .workbook .lines .none { display: none; }
}
@media (forced-colors: active) {
  .workbook svg :is(text, .head, .bar) { fill: CanvasText; }
  .workbook svg :is(line, .cross, .end) { stroke: CanvasText; }
  .workbook .status { border: 1px solid; }
}
@media print {
  .workbook .step { break-inside: avoid-page; }
  .workbook .wide { overflow: visible; }
  .workbook details:not([open]) { display: none; }
}
"""

CSS = f"""
.workbook {{{_LIGHT}}}
@media (prefers-color-scheme: dark) {{ .workbook {{{_DARK}}} }}
:is([data-theme="light"], [data-jp-theme-light="true"], .vscode-light) .workbook {{{_LIGHT}}}
:is([data-theme="dark"], [data-jp-theme-light="false"], .vscode-dark) .workbook {{{_DARK}}}
@media print {{ .workbook {{{_LIGHT}}} }}
{_RULES}"""
