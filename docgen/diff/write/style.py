"""The style sheet of the HTML comparison: screen, phone, paper, and the switch between the two views."""

from __future__ import annotations

CSS = """\
:root { --ink: #1f2328; --quiet: #656d76; --line: #d0d7de; --paper: #fff; --shade: #f6f8fa;
  --old: #ffebe9; --old-ink: #82071e; --new: #dafbe1; --new-ink: #0a5224; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.75; overflow-wrap: anywhere;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { font-size: 1.4rem; line-height: 1.5; text-align: center; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
h3 { font-size: 1rem; margin: 0; padding: .5rem .75rem; background: var(--shade); border: 1px solid var(--line);
  border-bottom: 0; }
.lead { text-align: center; color: var(--quiet); margin: .25rem 0; }
ul { margin: 0; padding-left: 1.3rem; }
li { margin: .3rem 0; }
.tag { font-weight: 600; margin-right: .25em; }
.where { color: var(--quiet); font-size: .88em; }
.where::before { content: "（"; } .where::after { content: "）"; }
del { background: var(--old); color: var(--old-ink); text-decoration: line-through; }
ins { background: var(--new); color: var(--new-ink); text-decoration: underline; text-underline-offset: .2em; }
.table { margin-top: 2rem; border-bottom: 1px solid var(--line); }
.row { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); border-bottom: 0; }
.row > div { padding: .45rem .75rem; min-width: 0; }
.row > div + div { border-left: 1px solid var(--line); }
.head { font-weight: 600; text-align: center; background: var(--shade); position: sticky; top: 0; z-index: 1; }
.remark { grid-column: 1 / -1; color: var(--quiet); font-size: .85rem; padding-top: .3rem !important;
  padding-bottom: 0 !important; }
.remark + div { border-left: 0 !important; }
.level1 .old, .level1 .new, .level1 .both { font-weight: 600; }
.moved-from .old { color: var(--quiet); }
.cell { display: inline-block; width: 1px; height: 1em; margin: 0 .6em; background: var(--line);
  vertical-align: -.1em; }
details { border: 1px solid var(--line); border-bottom: 0; }
summary { padding: .25rem .75rem; text-align: center; color: var(--quiet); cursor: pointer; font-size: .9rem; }
details .row { border-left: 0; border-right: 0; }
.both { grid-column: 1 / -1; border-left: 0 !important; display: none; }
.view { position: absolute; opacity: 0; pointer-events: none; }
nav { position: sticky; top: 0; z-index: 2; display: flex; justify-content: center; gap: .25rem; padding: .5rem;
  background: var(--paper); border-bottom: 1px solid var(--line); }
nav label { padding: .25rem 1rem; border: 1px solid var(--line); border-radius: 2rem; cursor: pointer; }
#view-auto:checked ~ nav label[for=view-auto], #view-side:checked ~ nav label[for=view-side],
#view-inline:checked ~ nav label[for=view-inline] { background: var(--ink); color: var(--paper); }
.view:focus-visible ~ nav { outline: 2px solid var(--ink); }
nav ~ main .head { top: 3.2rem; }
#view-inline:checked ~ main .row > .both { display: block; }
#view-inline:checked ~ main .row > .old, #view-inline:checked ~ main .row > .new,
#view-inline:checked ~ main .head { display: none; }
@media (max-width: 40rem) {
  main { padding: .5rem .75rem 2rem; }
  h1 { font-size: 1.15rem; }
  .row > div { padding: .4rem .5rem; }
  #view-side:checked ~ main .row { font-size: .85rem; }
  #view-auto:checked ~ main .row > .both { display: block; }
  #view-auto:checked ~ main .row > .old, #view-auto:checked ~ main .row > .new,
  #view-auto:checked ~ main .head { display: none; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { font-size: 10.5pt; line-height: 1.6; font-family: "FangSong", "Noto Serif CJK SC", serif; }
  nav { display: none; }
  main { max-width: none; padding: 0; }
  .table { display: table; width: 100%; border: 0; }
  .table > .head { display: table-header-group; break-inside: avoid; }
  .head > div { display: inline-block; width: 50%; border: 1px solid var(--line); vertical-align: top; }
  .head > div + div { border-left: 0; }
  .row, details, h3 { border-bottom: 1px solid var(--line); margin-top: -1px; }
  #view-inline:checked ~ main .table > .head { display: none; }
  .row, li { break-inside: avoid-page; }
  h2, h3 { break-after: avoid; }
  details:not([open]) > :not(summary) { display: none; }
  del, ins { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
