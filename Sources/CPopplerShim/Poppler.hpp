// poppler's private headers, and the few places in which its releases from 20.09 on differ.
#ifndef CVT_POPPLER_HPP
#define CVT_POPPLER_HPP

// Package.swift defines CVT_WITHOUT_PRIVATE_POPPLER where the headers are missing, and links poppler-glib then.
#if !defined(CVT_WITHOUT_PRIVATE_POPPLER)
#    if !__has_include(<OutputDev.h>)
#        error "poppler's private headers are gone since Package.swift was evaluated: run `swift package purge-cache`"
#    endif
#    define CVT_HAS_PRIVATE_POPPLER 1

#    include <Annot.h>
#    include <Catalog.h>
#    include <Error.h>
#    include <ErrorCodes.h>
#    include <FileSpec.h>
#    include <Gfx.h>
#    include <GfxFont.h>
#    include <GfxState.h>
#    include <GlobalParams.h>
#    include <OutputDev.h>
#    include <PDFDoc.h>
#    include <Page.h>
#    include <Stream.h>
#    include <XRef.h>

#    include <memory>
#    include <optional>
#    include <string_view>
#    include <type_traits>

namespace cvt {

// A font's name was a GooString pointer until 22.02, an optional string since.
inline std::string_view viewOf(const GooString *string)
{
    return string ? std::string_view(string->toStr()) : std::string_view();
}
inline std::string_view viewOf(const std::string &string)
{
    return string;
}
inline std::string_view viewOf(const std::optional<std::string> &string)
{
    return string ? std::string_view(*string) : std::string_view();
}

inline Ref refOf(const Ref *ref)
{
    return ref ? *ref : Ref::INVALID();
}
inline Ref refOf(const Ref &ref)
{
    return ref;
}

/// Opens a document over bytes that stay in place; the constructor took pointers to passwords until 22.02 and owns its
/// stream through a smart pointer in later releases.
template<typename Doc = PDFDoc>
std::unique_ptr<Doc> openDocument(const char *bytes, size_t count, const char *password)
{
    using Password = std::optional<GooString>;
    auto stream = std::make_unique<MemStream>(const_cast<char *>(bytes), 0, static_cast<Goffset>(count), Object(objNull));
    if constexpr (std::is_constructible_v<Doc, std::unique_ptr<BaseStream>, const Password &, const Password &>) {
        const Password text = password ? Password(password) : Password();
        return std::make_unique<Doc>(std::move(stream), text, text);
    } else if constexpr (std::is_constructible_v<Doc, BaseStream *, const Password &, const Password &>) {
        const Password text = password ? Password(password) : Password();
        return std::make_unique<Doc>(stream.release(), text, text);
    } else {
        const GooString text(password ? password : "");
        const GooString *given = password ? &text : nullptr;
        return std::make_unique<Doc>(stream.release(), given, given);
    }
}

/// Begins a stream from its start; later releases call this by another name.
template<typename AnyStream>
void rewind(AnyStream &stream)
{
    if constexpr (requires { stream.rewind(); }) {
        stream.rewind();
    } else {
        stream.reset();
    }
}

} // namespace cvt
#endif
#endif
