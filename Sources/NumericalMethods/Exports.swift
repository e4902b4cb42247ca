// What formulas are written with: who imports numbers with errors need not know where the functions of the C library are.
#if canImport(Glibc)
    @_exported import func Glibc.acos
    @_exported import func Glibc.asin
    @_exported import func Glibc.atan
    @_exported import func Glibc.atan2
    @_exported import func Glibc.cbrt
    @_exported import func Glibc.cos
    @_exported import func Glibc.cosh
    @_exported import func Glibc.erf
    @_exported import func Glibc.erfc
    @_exported import func Glibc.exp
    @_exported import func Glibc.expm1
    @_exported import func Glibc.hypot
    @_exported import func Glibc.log
    @_exported import func Glibc.log10
    @_exported import func Glibc.log1p
    @_exported import func Glibc.log2
    @_exported import func Glibc.pow
    @_exported import func Glibc.sin
    @_exported import func Glibc.sinh
    @_exported import func Glibc.sqrt
    @_exported import func Glibc.tan
    @_exported import func Glibc.tanh
#endif
