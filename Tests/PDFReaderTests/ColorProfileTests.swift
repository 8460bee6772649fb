import ConverterCore
import FoundationEssentials
import PDFReader
import PageLayout
import Testing

/// Colours in spaces by ICC profiles (ISO 32000-2, 8.6.5.5).
@Suite("Colour profiles", .enabled(if: PDFReader.seesVectorInk))
struct ColorProfileTests {
  @Test func `a colour by a profile is that of its components`() throws {
    var pdf = PDFBuilder()
    let profile = pdf.addStream("/N 3", Self.linearProfile)
    pdf.addPage(
      "/P cs 0.8 0.8 0.8 sc 72 642 200 20 re f 1 1 1 sc 72 542 200 20 re f",
      resources: "<< /ColorSpace << /P [/ICCBased \(profile) 0 R] >> >>")
    // Through the profile, whose curve is a straight line, the grey would be as light as 0.9.
    #expect(try PDFReaderTests.page(of: pdf).fills?.map(\.color) == [Color(red: 204, green: 204, blue: 204), .white])
  }

  /// A profile of light that is not bent by any curve: the primaries and the white of sRGB, seen under D50 (ICC.1:2001-04, 6.3.2).
  private static let linearProfile: [UInt8] = {
    let light = [
      ("rXYZ", [0.4361, 0.2225, 0.0139]), ("gXYZ", [0.3851, 0.7169, 0.0971]), ("bXYZ", [0.1431, 0.0606, 0.7141]),
      ("wtpt", [0.9642, 1, 0.8249]),
    ]
    let curves = ["rTRC", "gTRC", "bTRC"]
    let tagsEnd = 128 + 4 + 12 * (light.count + curves.count)
    let curveStart = tagsEnd + 20 * light.count

    var tags = word(light.count + curves.count)
    var values: [UInt8] = []
    for (name, xyz) in light {
      tags += Array(name.utf8) + word(tagsEnd + values.count) + word(20)
      values += Array("XYZ ".utf8) + word(0) + xyz.flatMap { word(Int(($0 * 65536).rounded())) }
    }
    for name in curves { tags += Array(name.utf8) + word(curveStart) + word(12) }
    // A curve without a point is a straight line.
    values += Array("curv".utf8) + word(0) + word(0)

    var header = [UInt8](repeating: 0, count: 128)
    func set(_ bytes: [UInt8], at offset: Int) { header.replaceSubrange(offset..<offset + bytes.count, with: bytes) }
    set(word(header.count + tags.count + values.count), at: 0)
    set([2, 0x10, 0, 0], at: 8)
    set(Array("mntrRGB XYZ ".utf8), at: 12)
    set(Array("acsp".utf8), at: 36)
    set([0.9642, 1, 0.8249].flatMap { word(Int(($0 * 65536).rounded())) }, at: 68)
    return header + tags + values
  }()

  private static func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
