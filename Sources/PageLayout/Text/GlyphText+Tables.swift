/// What characters stand behind compatibility scalars, as tables read from Unicode's data.
extension GlyphText {
  /// The plain characters for a radical, ligature or presentation form; `nil` where there is none.
  static func mapped(_ scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    switch value {
    case 0x2F00..<0x2F00 + kangxi.count: return String(kangxi[value - 0x2F00])
    case 0xF900..<0xF900 + ideographs.count:
      return ideographs[value - 0xF900] == "〓" ? nil : String(ideographs[value - 0xF900])
    case 0xFE31..<0xFE31 + vertical.count: return String(vertical[value - 0xFE31])
    case 0xFB00..<0xFB00 + ligatures.count: return ligatures[value - 0xFB00]
    default: return radicals[scalar].map(String.init)
    }
  }

  /// U+FB00 to U+FB06.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// U+FE31 to U+FE44: punctuation as vertical fonts draw it.
  private static let vertical = Array("—–__（）｛｝〔〕【】《》〈〉「」『』")

  /// Radicals of the supplement block that stand for a whole character (EquivalentUnifiedIdeograph.txt): radical, character.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Array(
      """
      ⺁厂⺇几⺌小⺒巳⺓幺⺜日⺝月⺠民⺩王⺼月⺟母⻁虎⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻐钅⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食\
      ⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟
      """.unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) })
  }()

  /// U+2F00 to U+2FD5, the 214 Kangxi radicals.
  private static let kangxi = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """)

  /// U+F900 to U+FAFF; 〓 where nothing is assigned.
  private static let ideographs = Array(
    """
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓\
    爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北\
    磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊\
    練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
    杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒\
    狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼\
    館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹\
    艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘〓〓並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
    敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈\
    輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓〓\
    〓〓〓〓〓〓〓〓〓〓〓〓
    """)
}
