/// The control words that are read (Rich Text Format 1.9.1); raw values are their names in a file.
///
/// Words that are not here change nothing; groups that begin with one of them after `\*` are skipped whole.
enum ControlWord: String, CaseIterable, Sendable {
  // The document.
  case ansi, mac, pc, pca, ansicpg, uc, u, bin, upr, ud

  // Tables at its head.
  case fonttbl, f, fcharset, cpg, stylesheet, s, cs, ds, ts, sbasedon
  case listtable, list, listlevel, levelnfc, levelnfcn, levelstartat, levelnorestart, levellegal, leveltext, listid
  case listoverridetable, listoverride, lfolevel, listoverridestartat, listoverrideformat, ls
  case info, title, author, creatim, revtim, yr, mo, dy, hr, min, nofpages

  // Paragraphs.
  case pard, par, sect, outlinelevel, ilvl, listtext, pntext, pn
  case formfield, fftype, ffres, ffdefres, ffl
  case ql, qr, qj, qc, plain, v, deleted, revised

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
  case field, fldrslt, shp, shpinst, shpgrp, shptxt, shppict, pict, object, result
  case `do`, dptxbxtext

  // Destinations that are skipped without a `\*` before them.
  case fldinst, nonshppict, shprslt, colortbl, filetbl, revtbl, xe, tc, tcn, rxe, sp, objdata, comment, annotation
  case levelnumbers, listname, ftnsep, ftnsepc, ftncn, aftnsep, aftnsepc, aftncn, listpicture
  case objclass

  // Equations.
  case mmath, moMath, moMathPara, mr, mf, mfPr, mtype, mnum, mden, mrad, mdeg, me, msSub, msSup, msSubSup, msPre, msub,
    msup
  case mnary, mnaryPr, mchr, md, mdPr, mbegChr, mendChr, msepChr, mm, mmr, meqArr, mfunc, mfName, mlimLow, mlimUpp, mlim
  case macc, maccPr, mbar, mgroupChr, mgroupChrPr, mbox, mborderBox, mphant
}

extension ControlWord {
  /// Finds the word of a name.
  ///
  /// - Parameter hash: of the name's bytes, see ``hash(_:)``.
  @inline(__always)
  static func named(_ hash: UInt64) -> ControlWord? {
    // A table of our own with open addressing: half of a Dictionary's look-up is hashing what is a hash already.
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while let entry = table[slot] {
      if entry.hash == hash { return entry.word }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  private struct Entry: Sendable {
    let hash: UInt64
    let word: ControlWord
  }

  /// Words by the lower bits of their hashes, the next free slot where one is taken; of 1,024 slots four fifths stay empty.
  private static let table: [Entry?] = {
    var table = [Entry?](repeating: nil, count: 1024)
    for word in allCases {
      let hash = hash(word.rawValue.utf8)
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] != nil { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Entry(hash: hash, word: word)
    }
    return table
  }()

  /// FNV-1a of 64 bits: no String is made for a word. That an unknown word has the hash of a known one is as unlikely as it is
  /// harmless.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(hashStart, hash)
  }

  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
