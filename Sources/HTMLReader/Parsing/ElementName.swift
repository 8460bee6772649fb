internal import ConverterCore

/// The names of elements that the parser or the reader tells apart; the raw values are their names in HTML.
enum ElementName: String, CaseIterable, Sendable {
  // The document.
  case html, head, title, meta, base, link, style, body, frameset, frame

  // Sections and groups.
  case article, aside, footer, header, main, nav, section, div, center, address, blockquote, details, dialog, fieldset
  case figcaption, figure, form, hgroup, hr, p, pre, listing, xmp, plaintext, search, summary, legend, marquee

  // Headings.
  case h1, h2, h3, h4, h5, h6

  // Lists.
  case ul, ol, menu, dir, li, dl, dt, dd

  // Tables.
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th

  // Text.
  case a, abbr, annotation, b, big, br, code, del, em, font, i, ins, nobr, q, rb, rp, rt, rtc, ruby, s, small, span
  case strike, strong, sub, sup, tt, u, wbr

  // Equations (MathML Core, section 3).
  case annotationXML = "annotation-xml"
  case math, mfrac, mover, mphantom, mroot, mspace, msqrt, msub, msubsup, msup, mtable, mtd, mtr, munder, munderover

  // Files and pictures.
  case applet, area, audio, embed, iframe, image, img, object, param, source, track, video

  // Programs, and controls to fill in.
  case button, canvas, datalist, input, keygen, map, noembed, noframes, noscript, optgroup, option, script, select, svg
  case template, textarea

  /// The properties that office programs leave in pages.
  case xml

  /// An element of another name.
  case other = "*"

  /// A run of text.
  case text = "text()"
}

extension ElementName {
  /// How high the text of an element stands where no style says it (HTML standard, section 15.3.4).
  var height: TextHeight {
    switch self {
    case .sup: .raised
    case .sub: .lowered
    default: .level
    }
  }
}

// MARK: - What the parser asks

extension ElementName {
  /// Elements without content (HTML standard, section 13.1.2, and the obsolete ones of section 13.2.6).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .image, .img, .input, .keygen, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// The category “special” (section 13.2.4.2): end tags of text elements do not reach past them.
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .area, .article, .aside, .base, .blockquote, .body, .br, .button, .caption, .center, .col,
      .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame,
      .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li,
      .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .param,
      .plaintext, .pre, .script, .search, .section, .select, .source, .style, .summary, .table, .tbody, .td, .template,
      .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }

  /// The category “formatting”: reopened in the next block where a block ends before them.
  var isFormatting: Bool {
    switch self {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// Elements that end the search “in scope” (section 13.2.4.2).
  var endsScope: Bool {
    switch self {
    case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template: true
    default: false
    }
  }

  /// Elements whose end tag may be left out before another one.
  var hasImpliedEnd: Bool {
    switch self {
    case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
    default: false
    }
  }

  /// `table` and its parts between which text has no place.
  var isTableStructure: Bool {
    switch self {
    case .table, .tbody, .tfoot, .thead, .tr: true
    default: false
    }
  }

  /// The level of `h1` to `h6`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

// MARK: - What the reader asks

extension ElementName {
  /// Elements whose text is never part of the page that a person reads.
  ///
  /// Alternatives for programs that run no scripts repeat or contradict the content; what stands in controls is the state
  /// of a form, not the text of the document, but for fields in tables (``isField``).
  var isNeverContent: Bool {
    switch self {
    case .annotation, .annotationXML, .area, .base, .button, .canvas, .datalist, .keygen, .link, .map, .noembed,
      .noframes, .noscript,
      .optgroup, .option, .param, .script, .select, .source, .svg, .template, .track, .xml:
      true
    default: false
    }
  }

  /// Controls that text is typed into. In the cells of tables they hold values of the document; elsewhere they wait for
  /// words to search for.
  var isField: Bool { self == .input || self == .textarea }

  /// `td` and `th`.
  var isCell: Bool { self == .td || self == .th }

  /// Elements that show another file; what they contain is for programs that cannot.
  var showsOtherFile: Bool {
    switch self {
    case .applet, .audio, .embed, .frame, .iframe, .object, .video: true
    default: false
    }
  }

  /// Elements that begin and end lines of their own (section 15.3, `display` other than `inline`).
  var isBlock: Bool {
    switch self {
    case .html, .body, .frameset, .article, .aside, .footer, .header, .main, .nav, .section, .div, .center, .address,
      .blockquote, .details, .dialog, .fieldset, .figcaption, .figure, .form, .hgroup, .hr, .p, .pre, .listing, .xmp,
      .plaintext, .search, .summary, .legend, .marquee, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .menu, .dir, .li, .dl,
      .dt, .dd, .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th:
      true
    default: false
    }
  }
}
