/// How marks look, as a style sheet: thin lines that leave the page readable below them.
enum TraceStyle {
  static let sheet: StaticString = """
    text { font-family: "Liberation Sans", Arial, Helvetica, "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
    .paper { fill: #fff; stroke: #b8b8b8; stroke-width: 0.5; }
    .layer-picture { opacity: 0.8; }
    .fill { fill: #f2c14e; fill-opacity: 0.12; stroke: #c99700; stroke-width: 0.25; }
    .image { fill: #9b5de5; fill-opacity: 0.08; stroke: #9b5de5; stroke-width: 0.5; }
    .ruling { stroke: #e4572e; stroke-width: 0.6; }
    .rule { stroke: #2274a5; stroke-width: 1.2; stroke-opacity: 0.45; }
    .glyph { fill: none; stroke: #8d99ae; stroke-width: 0.15; }
    .glyph.unmapped { stroke: #d00000; }
    .glyph.artifact { stroke: #6c584c; }
    .glyph.oblique { stroke: #9b5de5; }
    .glyph.covered { stroke: #f77f00; stroke-width: 0.4; }
    .glyph.invisible { stroke: #f77f00; stroke-dasharray: 1 0.6; }
    .glyph.clipped { stroke: #d00000; stroke-dasharray: 0.6 0.6; }
    .word { fill: #3a86ff; fill-opacity: 0.06; stroke: #3a86ff; stroke-width: 0.3; }
    .word.value { fill: #ff006e; stroke: #ff006e; }
    .zone { fill: none; stroke: #06a77d; stroke-width: 0.6; stroke-dasharray: 4 2; }
    .line { fill: #06a77d; fill-opacity: 0.07; stroke: #06a77d; stroke-width: 0.25; }
    .read { fill: #14213d; }
    .block { fill: #06a77d; fill-opacity: 0.05; stroke: #06a77d; stroke-width: 0.6; }
    .edge { stroke-width: 0.4; stroke-dasharray: 1.2 1.2; }
    .candidate { fill: none; stroke-width: 1; }
    .chosen { stroke: #007f5f; }
    .rejected { stroke: #d00000; stroke-opacity: 0.75; }
    .candidate.rejected { stroke-dasharray: 5 2.5; }
    .cell { fill-opacity: 0.08; fill: #3a86ff; stroke: #ff8c00; stroke-width: 0.5; }
    .cell.columnHeader { fill: #ff8c00; fill-opacity: 0.17; }
    .cell.rowHeader { fill: #06a77d; fill-opacity: 0.14; }
    .cell.stubHead { fill: #9b5de5; fill-opacity: 0.16; }
    .table { fill: none; stroke: #ff8c00; stroke-width: 1.4; pointer-events: stroke; }
    .position { font-size: 3.6px; fill: #b35c00; }
    .badge { stroke: none; }
    .badge.order { fill: #06a77d; }
    .badge.chosen { fill: #007f5f; stroke: none; }
    .badge.rejected { fill: #d00000; stroke: none; }
    .badge-text { font-size: 5.6px; fill: #fff; }
    .heading { font-size: 12px; font-weight: 600; fill: #14213d; }
    .section { font-size: 7.5px; font-weight: 600; fill: #14213d; letter-spacing: 0.4px; }
    .entry { font-size: 6.6px; fill: #33415c; }
    .switch { cursor: pointer; }
    .switch.off { opacity: 0.45; }
    .entry.no { fill: #a00000; }
    .entry.yes { fill: #00664c; }

    """
}
