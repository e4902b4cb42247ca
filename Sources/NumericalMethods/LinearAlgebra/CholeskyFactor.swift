/// The factor of a symmetric positive-definite matrix: M = S L Lᵀ S with S² the diagonal of M, so that rows in very different
/// units do no harm (Golub & Van Loan, *Matrix Computations*, sec. 4.2).
public struct CholeskyFactor: Sendable {
    private let order: Int
    private let scale: [Double]
    private var factor: SymmetricMatrix
    /// The smallest share of a row's diagonal that the rows before it leave over: near one for rows that know nothing of
    /// each other, zero for a matrix that is singular.
    public let smallestPivot: Double

    /// Pivots below this share are rounding: the matrix is singular as far as double precision can tell.
    public static let singularPivot = 1e-12

    /// - Parameter task: what the matrix is, for the message of an error.
    /// - Throws: ``NumericalError/singularMatrix(task:row:pivot:)`` where a row is a combination of those before it, and
    ///   where an element is not finite or a diagonal one not positive.
    public init(_ matrix: SymmetricMatrix, task: String) throws(NumericalError) {
        order = matrix.order
        scale = matrix.diagonal.map { $0 > 0 ? $0.squareRoot() : 0 }
        factor = SymmetricMatrix(order: matrix.order)
        var smallest = 1.0
        for row in 0..<order {
            guard scale[row] > 0, scale[row].isFinite else {
                throw .singularMatrix(task: task, row: row, pivot: matrix[row, row])
            }
            for column in 0...row {
                var sum = matrix[row, column] / (scale[row] * scale[column])
                for inner in 0..<column { sum -= factor[row, inner] * factor[column, inner] }
                if column < row {
                    factor[row, column] = sum / factor[column, column]
                } else {
                    // Written so that a pivot which is not a number is refused, too.
                    guard sum > Self.singularPivot else { throw .singularMatrix(task: task, row: row, pivot: sum) }
                    smallest = min(smallest, sum)
                    factor[row, row] = sum.squareRoot()
                }
            }
        }
        smallestPivot = smallest
    }

    /// M⁻¹ b.
    public func solve(_ right: [Double]) -> [Double] {
        var x = (0..<order).map { right[$0] / scale[$0] }
        for row in 0..<order {
            for column in 0..<row { x[row] -= factor[row, column] * x[column] }
            x[row] /= factor[row, row]
        }
        for row in (0..<order).reversed() {
            for below in row + 1..<max(order, row + 1) { x[row] -= factor[below, row] * x[below] }
            x[row] /= factor[row, row]
        }
        return (0..<order).map { x[$0] / scale[$0] }
    }

    /// M⁻¹.
    public func inverse() -> SymmetricMatrix {
        var result = SymmetricMatrix(order: order)
        for column in 0..<order {
            var unit = [Double](repeating: 0, count: order)
            unit[column] = 1
            let solution = solve(unit)
            for row in column..<order { result[row, column] = solution[row] }
        }
        return result
    }
}
