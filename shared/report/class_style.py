"""What the pages of a class add to `style`: tables of students, pictures, lists of mistakes."""

from __future__ import annotations

from shared.report.style import CSS

_RULES = """
.workbook.broad > main { max-width: 84rem; }
.workbook .part { margin-top: 2.2rem; }
.workbook .part > :not(h2) { margin-top: .8rem; }
.workbook .trouble { border-left: 4px solid var(--unjudged); padding-left: 1rem; }
.workbook :is(.numbers, .class-table) :is(th, td) {
  padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums;
}
.workbook :is(.numbers, .class-table) tr > :first-child { text-align: left; }
.workbook .numbers { width: 100%; }
.workbook :is(.numbers, .class-table) thead th { color: var(--quiet); font-size: .85rem; vertical-align: bottom; }
.workbook .numbers thead th { white-space: nowrap; }
.workbook .numbers tbody th { font-weight: 400; min-width: 9rem; }
.workbook .rate { display: inline-block; min-width: 3.2em; }
.workbook .numbers td { white-space: nowrap; }
.workbook .tall {
  max-height: 85vh; width: fit-content; max-width: 100%; overflow: auto;
  border: 1px solid var(--line); border-radius: .5rem;
}
.workbook .class-table { border-collapse: separate; border-spacing: 0; }
.workbook .class-table thead th { position: sticky; top: 0; z-index: 1; background: var(--soft); min-width: 2.8rem; }
.workbook .class-table tr > :first-child {
  position: sticky; left: 0; z-index: 1; background: var(--card); font-weight: 400;
  min-width: min(10rem, 30vw); max-width: min(18rem, 40vw);
}
.workbook .class-table thead tr > :first-child { z-index: 2; background: var(--soft); }
.workbook .class-table td:not([colspan]) { white-space: nowrap; }
.workbook .class-table thead th { overflow-wrap: normal; }
.workbook .class-table th a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
.workbook .class-table :is(th, td) { text-align: center; }
.workbook .class-table td:is(.pass, .done) { color: var(--pass); background: var(--pass-soft); }
.workbook .class-table td:is(.fail, .none) { color: var(--fail); background: var(--fail-soft); }
.workbook .class-table td:is(.skipped, .partly) { color: var(--skip); background: var(--skip-soft); }
.workbook .class-table td.unjudged { color: var(--unjudged); background: var(--unjudged-soft); }
.workbook .class-table td:is(.absent, .uncounted) { color: var(--quiet); }
.workbook .class-table td[colspan] { text-align: left; }

.workbook svg.bars { display: block; font-size: 13px; fill: var(--ink); }
.workbook svg.bars .bar { fill: var(--link); }
.workbook svg.bars .label { font-size: 11px; fill: var(--quiet); }
.workbook svg.bars .ground { stroke: var(--line); stroke-width: 2; }
.workbook svg.strip { vertical-align: middle; border-radius: 3px; background: var(--soft); }
.workbook :is(.pass, .done):is(rect, .key) { fill: var(--pass); background: var(--pass); }
.workbook :is(.fail, .none):is(rect, .key) { fill: var(--fail); background: var(--fail); }
.workbook :is(.skipped, .partly):is(rect, .key) { fill: var(--skip); background: var(--skip); }
.workbook .unjudged:is(rect, .key) { fill: var(--unjudged); background: var(--unjudged); }
.workbook .absent:is(rect, .key) { fill: var(--line); background: var(--line); }
.workbook .keys { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.workbook .key { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; }
.workbook figcaption { color: var(--quiet); font-size: .92rem; }
.workbook .mistakes { padding-left: 0; list-style: none; }
.workbook .mistakes > li { border-top: 1px solid var(--line); padding: .7rem 0; }
.workbook .mistakes > li > * + * { margin-top: .3rem; }
.workbook .mistakes .who { font-size: .92rem; color: var(--quiet); }

@media (max-width: 36rem) {
  .workbook svg.strip { width: 4.5rem; }
  .workbook :is(.numbers, .class-table) :is(th, td) { padding: .35rem .45rem; }
}
@media print {
  .workbook .tall { max-height: none; border: 0; }
  .workbook .class-table :is(thead th, tr > :first-child) { position: static; }
}
"""

CLASS_CSS = CSS + _RULES
