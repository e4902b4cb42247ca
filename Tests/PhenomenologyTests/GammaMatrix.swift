/// A complex 4×4 matrix in the Dirac representation, for spin sums written out as traces.
struct GammaMatrix {
    var re: [Double]
    var im: [Double]

    init() {
        re = Array(repeating: 0, count: 16)
        im = re
    }

    /// Entries (row, column, real, imaginary).
    init(_ entries: [(Int, Int, Double, Double)]) {
        self.init()
        for (row, column, x, y) in entries {
            re[4 * row + column] = x
            im[4 * row + column] = y
        }
    }

    static let one = GammaMatrix((0..<4).map { ($0, $0, 1, 0) })
    static let five = GammaMatrix([(0, 2, 1, 0), (1, 3, 1, 0), (2, 0, 1, 0), (3, 1, 1, 0)])
    /// γ^μ with upper index.
    static let gamma: [GammaMatrix] = [
        GammaMatrix([(0, 0, 1, 0), (1, 1, 1, 0), (2, 2, -1, 0), (3, 3, -1, 0)]),
        GammaMatrix([(0, 3, 1, 0), (1, 2, 1, 0), (2, 1, -1, 0), (3, 0, -1, 0)]),
        GammaMatrix([(0, 3, 0, -1), (1, 2, 0, 1), (2, 1, 0, 1), (3, 0, 0, -1)]),
        GammaMatrix([(0, 2, 1, 0), (1, 3, -1, 0), (2, 0, -1, 0), (3, 1, 1, 0)]),
    ]
    static let metric: [Double] = [1, -1, -1, -1]

    static func slash(_ p: [Double]) -> GammaMatrix {
        (0..<4).reduce(GammaMatrix()) { $0 + (metric[$1] * p[$1]) * gamma[$1] }
    }

    static func + (a: GammaMatrix, b: GammaMatrix) -> GammaMatrix {
        var result = a
        for i in 0..<16 {
            result.re[i] += b.re[i]
            result.im[i] += b.im[i]
        }
        return result
    }

    static func * (factor: Double, a: GammaMatrix) -> GammaMatrix {
        var result = a
        for i in 0..<16 {
            result.re[i] *= factor
            result.im[i] *= factor
        }
        return result
    }

    static func * (a: GammaMatrix, b: GammaMatrix) -> GammaMatrix {
        var result = GammaMatrix()
        for row in 0..<4 {
            for column in 0..<4 {
                for k in 0..<4 {
                    let (i, j) = (4 * row + k, 4 * k + column)
                    result.re[4 * row + column] += a.re[i] * b.re[j] - a.im[i] * b.im[j]
                    result.im[4 * row + column] += a.re[i] * b.im[j] + a.im[i] * b.re[j]
                }
            }
        }
        return result
    }

    /// γ⁰ Γ† γ⁰.
    var barred: GammaMatrix {
        var dagger = GammaMatrix()
        for row in 0..<4 {
            for column in 0..<4 {
                dagger.re[4 * row + column] = re[4 * column + row]
                dagger.im[4 * row + column] = -im[4 * column + row]
            }
        }
        return GammaMatrix.gamma[0] * dagger * GammaMatrix.gamma[0]
    }

    var trace: Double { re[0] + re[5] + re[10] + re[15] }
}

func minkowski(_ a: [Double], _ b: [Double]) -> Double { a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3] }

func sum(_ a: [Double], _ b: [Double], _ factor: Double = 1) -> [Double] {
    zip(a, b).map { $0 + factor * $1 }
}
