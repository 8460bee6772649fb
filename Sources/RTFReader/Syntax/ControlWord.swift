/// The control words that are read (Rich Text Format 1.9.1); raw values are their names in a file.
///
/// Words that are not here change nothing; groups that begin with one of them after `\*` are skipped whole.
enum ControlWord: String, CaseIterable, Sendable {
  // The document.
  case ansi, mac, pc, pca, ansicpg, deff, uc, u, bin, upr, ud

  // Tables at its head.
  case fonttbl, f, fcharset, cpg, stylesheet, s, cs, ds, ts, sbasedon
  case listtable, list, listlevel, levelnfc, levelnfcn, levelstartat, levelnorestart, levellegal, leveltext, listid
  case listoverridetable, listoverride, lfolevel, listoverridestartat, listoverrideformat, ls
  case info, title, author, creatim, revtim, yr, mo, dy, hr, min, nofpages

  // Paragraphs.
  case pard, par, sect, outlinelevel, ilvl, listtext
  case pntext, pn, pnlvl, pnlvlbody, pnlvlblt, pnlvlcont, pnstart, pnprev, pnf, pntxtb, pntxta
  case pndec, pnucrm, pnlcrm, pnucltr, pnlcltr, pnord, pncard, pnordt, pncnum, pndecd, pnganada, pnchosung
  case pndbnum, pndbnumd, pndbnuml, pndbnumk, pngbnum, pngbnumd, pngbnuml, pngbnumk
  case pnaiueo, pnaiueod, pniroha, pnirohad, pnzodiac, pnzodiacd, pnzodiacl
  case formfield, fftype, ffres, ffdefres, ffl
  case ql, qr, qj, qc, plain, v, `super`, sub, nosupersub, up, dn, deleted, revised, mvf, mvt

  // Tables.
  case trowd, trleft, trhdr, cellx, clmgf, clmrg, clvmgf, clvmrg, intbl, itap, cell, row, nestcell, nestrow
  case nesttableprops, nonesttables

  // Characters.
  case tab, line, page, column, lquote, rquote, ldblquote, rdblquote, bullet, endash, emdash
  case ftnstart, aftnstart, ftnnar, ftnnalc, ftnnauc, ftnnrlc, ftnnruc
  case aftnnar, aftnnalc, aftnnauc, aftnnrlc, aftnnruc
  case emspace, enspace, qmspace, zwj, zwnj, chftn

  // Destinations that are read.
  case footnote, ftnalt, header, headerl, headerr, headerf, footer, footerl, footerr, footerf
  case field, fldrslt, shp, shpinst, shpgrp, shptxt, sp, sn, sv, shppict, pict, object, result
  case `do`, dptxbxtext

  // Destinations that are skipped without a `\*` before them.
  case fldinst, nonshppict, shprslt, colortbl, filetbl, revtbl, xe, tc, tcn, rxe, objdata, comment, annotation
  case levelnumbers, listname, ftnsep, ftnsepc, ftncn, aftnsep, aftnsepc, aftncn, listpicture
  case objclass

  // Equations.
  case mmath, moMath, moMathPara, mr, mf, mfPr, mtype, mnum, mden, mrad, mdeg, me, msSub, msSup, msSubSup, msPre, msub,
    msup
  case mnary, mnaryPr, mchr, md, mdPr, mbegChr, mendChr, msepChr, mm, mmr, meqArr, mfunc, mfName, mlimLow, mlimUpp, mlim
  case macc, maccPr, mbar, mgroupChr, mgroupChrPr, mbox, mborderBox, mphant
}

/// Finds control words by their names, which are hashed while they are scanned: no String is made for a word.
struct ControlWordTable: Sendable {
  private struct Entry: Sendable {
    let name: UInt64
    let word: ControlWord
  }

  /// Words by a hash of their names, the next free slot where one is taken; of 1,024 slots four fifths stay empty.
  private let entries: [Entry?]

  /// All words.
  static let standard = ControlWordTable()

  private init() {
    var entries = [Entry?](repeating: nil, count: 1024)
    for word in ControlWord.allCases {
      let name = word.rawValue.utf8.reduce(0, Self.appending)
      var slot = Self.slot(name)
      while entries[slot] != nil { slot = (slot + 1) & 1023 }
      entries[slot] = Entry(name: name, word: word)
    }
    self.entries = entries
  }

  /// The word of a name that ``appending(_:_:)`` made from its letters.
  @inline(__always)
  subscript(name: UInt64) -> ControlWord? {
    var slot = Self.slot(name)
    while let entry = entries[slot] {
      if entry.name == name { return entry.word }
      slot = (slot + 1) & 1023
    }
    return nil
  }

  /// A name with one letter more: seven bits a letter, so that names of up to nine letters are told apart for sure. That an unknown word
  /// of more letters meets a known one is as unlikely as it is harmless.
  @inline(__always)
  static func appending(_ name: UInt64, _ letter: UInt8) -> UInt64 {
    (name << 7 | name >> 57) ^ UInt64(letter)
  }

  /// Fibonacci hashing: the upper bits of the product with 2⁶⁴ over the golden ratio.
  @inline(__always)
  private static func slot(_ name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
