internal import FoundationEssentials

/// How much a reading of bytes looks like text that people write: the length in bits of a simple code for it.
///
/// All candidates decode the same bytes, so the shortest code is the likeliest reading (the principle of minimum description
/// length, Rissanen 1978). The code knows classes of characters, not words: a frequent Chinese character costs 9 bits, one of
/// the first plane of the national standards 12, a rare one 18; an accented letter is cheap beside plain letters and dear
/// beside another accented one; what no text contains costs 40. GB18030 read as Big5 falls half into rare characters,
/// read as Windows-1252 into chains of accented letters, and loses on eight characters already.
enum TextPlausibility {
  /// The length of the code in bits; stops early above a bound.
  static func bits(_ utf8: Data, giveUpAbove bound: Int) -> Int {
    var total = 0
    var previous = Script.other
    let text = String(decoding: utf8, as: UTF8.self)
    for scalar in text.unicodeScalars {
      let (cost, script) = costs(scalar.value)
      total += cost + joint(previous, script)
      if total > bound { return total }
      previous = script
    }
    return total
  }

  /// How rare an encoding is among the texts that come without a sign of theirs: bits that a text must save to be taken for it.
  /// A lone sign in a text of ASCII is a quotation mark, a degree or an accent of Western Europe; one word of another script is
  /// already proof enough.
  static func rareness(of encoding: TextEncoding, hasZeros: Bool) -> Int {
    switch encoding.name {
    case TextEncoding.utf8.name, TextEncoding.windows1252.name: 0
    case "iso-8859-15": 3
    case "windows-1254", "windows-1250": 6
    default:
      switch encoding.form {
      case .multiByte: 6
      case .singleByte: 12
      case .units: hasZeros ? 0 : 30
      }
    }
  }

  /// What kinds of characters follow each other in words.
  private enum Script {
    case digit, letter, accented, cyrillicLower, cyrillicUpper, greek, semitic, han, rareHan, kana, hangul, line, other
  }

  /// What it costs that one kind follows another.
  private static func joint(_ first: Script, _ second: Script) -> Int {
    switch (first, second) {
    case (.accented, .accented): 7
    case (.letter, .rareHan), (.rareHan, .letter): 8
    case (.letter, .han), (.han, .letter), (.letter, .kana), (.kana, .letter), (.letter, .hangul), (.hangul, .letter):
      6
    case (.cyrillicLower, .cyrillicUpper): 8
    case (.letter, .cyrillicLower), (.letter, .cyrillicUpper), (.letter, .greek), (.letter, .semitic),
      (.letter, .line), (.cyrillicLower, .letter), (.cyrillicUpper, .letter), (.greek, .letter), (.semitic, .letter),
      (.line, .letter):
      8
    case (.hangul, .han), (.hangul, .rareHan), (.han, .hangul), (.rareHan, .hangul): 5
    case (.digit, .accented), (.other, .accented): 3
    // Characters of Chinese and Korean come in runs: a single one is rather a sign and the letter behind it, as in 5 °C.
    case (.digit, .han), (.digit, .rareHan), (.digit, .hangul), (.other, .han), (.other, .rareHan), (.other, .hangul),
      (.han, .digit), (.rareHan, .digit), (.hangul, .digit), (.han, .other), (.rareHan, .other), (.hangul, .other):
      4
    // Box drawing lines come in runs, between spaces at least.
    case (.digit, .line), (.line, .digit): 8
    default: 0
    }
  }

  private static func costs(_ value: UInt32) -> (Int, Script) {
    switch value {
    case 0x30...0x39: (6, .digit)
    case 0x41...0x5A, 0x61...0x7A: (6, .letter)
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: (6, .other)
    case 0x0C: (10, .other)
    case 0..<0x20, 0x7F: (30, .other)
    case 0x80..<0xA0: (40, .other)
    case 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0...0xB3, 0xB5, 0xB7, 0xBB: (11, .other)
    case 0xA1..<0xC0, 0xD7, 0xF7: (15, .other)
    case 0xDF, 0xE0...0xE4, 0xE7...0xEB, 0xED...0xEF, 0xF1...0xF4, 0xF6, 0xF9...0xFC: (9, .accented)
    // Eth, thorn and Y with an accent: Icelandic alone, but at the places of Turkish letters.
    case 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE: (14, .accented)
    case 0xC0..<0x100: (11, .accented)
    case 0x11E, 0x11F, 0x130, 0x131, 0x15E, 0x15F: (9, .accented)
    case 0x104...0x107, 0x10C...0x10F, 0x118...0x11B, 0x141...0x144, 0x147, 0x148, 0x150...0x153, 0x158...0x15B,
      0x160...0x165, 0x16E...0x171, 0x178...0x17E:
      (11, .accented)
    case 0x100..<0x250: (16, .accented)
    case 0x3B1, 0x3B5, 0x3B7, 0x3B9...0x3BD, 0x3BF...0x3C5: (5, .greek)
    // Letters with a diaeresis, at the places of frequent Hebrew ones.
    case 0x3B0, 0x3CA, 0x3CB, 0x390: (13, .greek)
    case 0x3AC...0x3CE: (7, .greek)
    case 0x370..<0x400: (10, .greek)
    case 0x430, 0x432, 0x434, 0x435, 0x438, 0x43A...0x443: (5, .cyrillicLower)
    case 0x431...0x44F: (8, .cyrillicLower)
    case 0x410...0x42F: (9, .cyrillicUpper)
    case 0x400..<0x500: (13, .cyrillicLower)
    case 0x5D0, 0x5D1, 0x5D4, 0x5D5, 0x5D9, 0x5DC, 0x5DE, 0x5E0, 0x5E8...0x5EA: (5, .semitic)
    case 0x5D0...0x5EA: (7, .semitic)
    case 0x621...0x652: (8, .semitic)
    case 0x2010...0x2027, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122: (10, .other)
    case 0x2000..<0x2460, 0x25A0..<0x2C00: (14, .other)
    case 0x2460..<0x2500: (12, .other)
    case 0x2500..<0x25A0: (11, .line)
    case 0x3000...0x3002, 0x3008...0x3011: (8, .other)
    case 0x3003..<0x3041: (11, .other)
    case 0x3041...0x3096: (7, .kana)
    case 0x30A1...0x30FC: (8, .kana)
    case 0x3400..<0x4E00: (20, .rareHan)
    case 0x4E00..<0xA000: HanFrequency.cost(value)
    case 0xAC00..<0xD7A4: (HanFrequency.isFrequentHangul(value) ? 7 : 13, .hangul)
    case 0xFF01...0xFF5E: (9, .other)
    case 0xFF61...0xFF9F: (13, .kana)
    case 0xFFE5, 0xFFE1: (11, .other)
    case 0xF900..<0xFB00: (20, .rareHan)
    case 0xE000..<0xF900, 0xFFF0..<0x10000: (40, .other)
    case 0x1F300..<0x1FB00: (18, .other)
    case 0x20000..<0x32000: (24, .rareHan)
    case 0x10000...: (40, .other)
    default: (18, .other)
    }
  }

  /// How often Chinese characters and Korean syllables occur, in three steps each.
  private enum HanFrequency {
    static func cost(_ value: UInt32) -> (Int, Script) {
      switch tiers[Int(value) - 0x4E00] {
      case 2: (9, .han)
      case 1: (12, .han)
      default: (18, .rareHan)
      }
    }

    static func isFrequentHangul(_ value: UInt32) -> Bool { frequentHangulSyllables.contains(value) }

    /// One entry a character from U+4E00 on: 2 for the frequent ones, 1 for the first level of GB 2312 or Big5, which the
    /// standards chose by use, 0 for the rest.
    private static let tiers: [UInt8] = {
      var tiers = [UInt8](repeating: 0, count: 0xA000 - 0x4E00)
      func mark(_ text: String, _ tier: UInt8) {
        for scalar in text.unicodeScalars where (0x4E00..<0xA000).contains(scalar.value) {
          tiers[Int(scalar.value) - 0x4E00] = tier
        }
      }
      mark(level(leads: 0xB0...0xD7, trails: [0xA1...0xFE], of: .gb18030), 1)
      mark(level(leads: 0xA4...0xC6, trails: [0x40...0x7E, 0xA1...0xFE], of: .big5), 1)
      mark(frequentHan, 2)
      return tiers
    }()

    /// All characters of a plane of double bytes.
    private static func level(
      leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>], of encoding: TextEncoding
    ) -> String {
      var bytes = Data()
      for lead in leads {
        for range in trails {
          for trail in range { bytes.append(contentsOf: [lead, trail]) }
        }
      }
      return String(decoding: TextDecoder.converted(bytes, from: encoding).utf8, as: UTF8.self)
    }

    private static let frequentHangulSyllables = Set(frequentHangul.unicodeScalars.map(\.value))

    /// Frequent characters of Chinese prose and of public administration, simplified, then traditional, then Japanese.
    private static let frequentHan = """
      的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然
      家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把
      机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果
      加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔
      更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展
      马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共
      确传师观清今切院让识候带导争运请申府息开理收费款购算决支单元财级项采招标镇县乡街村委厅局卫健康育农林建城房灾审统
      律商企组织研究构益服然总计合本年度续维纠审未结诉讼复议罚强征用附件注编号序备姓职称电话址邮联系负责任期
      這個們來為國說時會對後過發裡經麼學現當沒動還進樣實軍無與長機關點業將兩間問並應戰頭體見產話門員論處義幾認條
      氣題變總電數報結務場計資統區隊決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運請費購單財級項採標
      鎮縣鄉廳衛農灣臺於著東聲兒開費訊網頁資處組織續維議罰徵號備職稱負責萬請書圖讀寫買賣錢車飛魚鳥龍風雲電視語詞
      発円対図込県検応続実売関価働気広変戻様届払渡読覚択継処残済経験営労担団単総権条満終圧庁沢浜辺鉄駅黒薬楽歩毎焼専戦収従渋将
      称証乗縄譲触寝尽粋枢数声静摂浅践潜禅双壮挿巣争荘捜層装騒増蔵贈属堕体帯滞台滝胆弾断遅昼虫聴鎮転点伝党盗灯当闘徳独弐悩脳拝廃
      抜晩秘仏併並弁宝豊翻免黙訳与予余誉揺謡来頼乱覧竜両猟緑隣塁涙類励礼霊齢暦歴恋錬炉楼湾
      """

    private static let frequentHangul = """
      이다는을를의에가로하고한지기도사인어자서나리대시그은만들있것수일정아보해제여부스라전주성과으게니요안상장면없
      원신구동었했습니까적세위조선된되간공국당문민방비소실연오우유용진체통할행화회히
      """
  }
}
