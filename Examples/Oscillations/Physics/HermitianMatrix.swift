import ComplexModule

/// A 3 × 3 matrix of complex numbers.
struct ComplexMatrix: Hashable, Sendable {
    /// Row by row, without a heap: thousands are multiplied for each figure.
    private var real = SIMD16<Double>.zero
    private var imaginary = SIMD16<Double>.zero

    init(_ element: (_ row: Int, _ column: Int) -> Complex<Double>) {
        for row in 0..<3 {
            for column in 0..<3 { self[row, column] = element(row, column) }
        }
    }

    static let identity = ComplexMatrix { $0 == $1 ? .one : .zero }

    static func diagonal(_ values: [Double]) -> ComplexMatrix {
        ComplexMatrix { $0 == $1 ? Complex(values[$0]) : .zero }
    }

    subscript(row: Int, column: Int) -> Complex<Double> {
        get { Complex(real[3 * row + column], imaginary[3 * row + column]) }
        set {
            real[3 * row + column] = newValue.real
            imaginary[3 * row + column] = newValue.imaginary
        }
    }

    static func * (left: ComplexMatrix, right: ComplexMatrix) -> ComplexMatrix {
        ComplexMatrix { row, column in
            left[row, 0] * right[0, column] + left[row, 1] * right[1, column] + left[row, 2] * right[2, column]
        }
    }

    static func + (left: ComplexMatrix, right: ComplexMatrix) -> ComplexMatrix {
        ComplexMatrix { left[$0, $1] + right[$0, $1] }
    }

    func scaled(by factor: Complex<Double>) -> ComplexMatrix { ComplexMatrix { self[$0, $1] * factor } }

    var adjoint: ComplexMatrix { ComplexMatrix { row, column in self[column, row].conjugate } }

    var conjugate: ComplexMatrix { ComplexMatrix { self[$0, $1].conjugate } }

    /// The root of the sum of all squares.
    var norm: Double { ((real * real).sum() + (imaginary * imaginary).sum()).squareRoot() }
}

/// The eigenvalues of a Hermitian matrix, and its eigenvectors as columns of a unitary one.
struct EigenSystem: Sendable {
    /// As the rotations leave them, in no order.
    var values: [Double] = []
    var vectors = ComplexMatrix.identity

    /// By Jacobi's rotations: each makes one pair of elements off the diagonal zero, which may fill again, less each time.
    ///
    /// Also of two equal eigenvalues; stable backwards: both are exactly those of a matrix that differs by a few roundings of
    /// the norm. Each sweep squares what is left, so that six are enough for any matrix.
    ///
    /// - Parameter matrix: only what stands on the diagonal and above is looked at.
    init(_ matrix: ComplexMatrix) {
        var matrix = matrix
        let limit = matrix.norm * 0x1p-60
        for _ in 0..<12 {
            for (p, q) in [(0, 1), (0, 2), (1, 2)] where matrix[p, q].length > limit {
                rotate(&matrix, p, q)
            }
        }
        values = (0..<3).map { matrix[$0, $0].real }
    }

    /// The plane's rotation by the angle that is smaller than 45°, with the phase that makes the element real.
    private mutating func rotate(_ matrix: inout ComplexMatrix, _ p: Int, _ q: Int) {
        let size = matrix[p, q].length
        let phase = matrix[p, q] / Complex(size)
        let slope = (matrix[q, q].real - matrix[p, p].real) / (2 * size)
        let tangent = (slope < 0 ? -1 : 1) / (slope.magnitude + (1 + slope * slope).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        let sine = Complex(tangent * cosine) * phase
        let rotation = ComplexMatrix { row, column in
            switch (row, column) {
            case (p, p), (q, q): Complex(cosine)
            case (p, q): sine
            case (q, p): -sine.conjugate
            default: row == column ? .one : .zero
            }
        }
        matrix = rotation.adjoint * matrix * rotation
        vectors = vectors * rotation
    }
}
