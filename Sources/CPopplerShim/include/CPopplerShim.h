// The ink of PDF pages through poppler.
#ifndef CVT_POPPLER_SHIM_H
#define CVT_POPPLER_SHIM_H
#ifdef __cplusplus
extern "C" {
#endif
/// 1 where poppler's private headers were there at build time, else 0.
int cvt_has_vector_ink(void);
#ifdef __cplusplus
}
#endif
#endif
