// Guards against form fields that poppler would walk for ever.
#ifndef CVT_FIELD_TREE_HPP
#define CVT_FIELD_TREE_HPP

class PDFDoc;

namespace cvt {

/// Empties the list of form fields where the tree of fields (ISO 32000-2, 12.7.4) is larger than any real form, because
/// fields share their kids: poppler visits them once for each way to them, which doubles at each level.
///
/// Returns whether fields were dropped. To be called before a page is drawn.
bool dropEndlessFields(PDFDoc &document);

} // namespace cvt
#endif
