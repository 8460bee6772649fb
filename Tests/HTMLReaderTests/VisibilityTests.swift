import Testing

@testable import HTMLReader

@Suite struct VisibilityTests {
  @Test(arguments: [
    "<p hidden>x</p>", "<p style='color:red; DISPLAY : none'>x</p>", "<p style='display:none!important'>x</p>",
    "<span style='visibility:hidden'>x</span>", "<span style='mso-hide:all'>x</span>",
    "<div style='display:none'><p style='display:block'>x</p></div>",
    "<style>.x{display:none}</style><p class='y x'>x</p>",
    "<style>p.x, #z { color: red; display: none }</style><p id=z>x</p>",
    "<style><!-- /* {} */ u { display:none; } --></style><u>x</u>",
    "<style>@media screen { .x { visibility: hidden } }</style><p class=x>x</p>",
    "<noscript>x</noscript>", "<template>x</template>", "<select><option>x</select>", "<textarea>x</textarea>",
    "<button>x</button>", "<svg><text>x</text></svg>", "<script>x</script>", "<canvas>x</canvas>",
    "<dialog>x</dialog>",
  ]) func hiddenElementsAreLeftOut(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p b"])
  }

  @Test(arguments: [
    "<style>.x{display:none} .x{display:block}</style><p class=x>x</p>",
    "<style>.x{display:none}</style><p class=x style='display:block'>x</p>",
    "<style>@media print { .x { display: none } }</style><p class=x>x</p>",
    "<style>.menu .x { display: none } .x:hover { display: none } .x::after { display:none }</style><p class=x>x</p>",
    "<style>.xy{display:none}</style><p class=x>x</p>", "<p style='background:url(display:none)'>x</p>",
    "<style>@font-face { src: x } .z { display:none }</style><p class=x>x</p>", "<p aria-hidden=true>x</p>",
    "<dialog open>x</dialog>",
  ]) func whatIsShownIsRead(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p x", "p b"])
  }

  @Test func removedCellsAndRowsTakeNoPlaceAndBlankOnesDo() throws {
    let table = try onlyTable(
      """
      <table border=1><tr><td>1<td style='display:none'>x<td>2<tr hidden><td>y<td>y<tr><td style='visibility:hidden'>z<td>3
      </table>
      """)
    #expect(drawing(table) == ["1|2", "|3"])
  }
}
