import NumericalMethods
import Plotting

extension Graphic {
    /// The graphic itself, where every number of its marks is finite: a value that is not would be a gap in a curve that
    /// nobody notices. Cells of a colour map may be undefined, which its colours tell.
    ///
    /// - Parameter figure: the figure's name, for the message.
    /// - Throws: `DishonestResult`, naming the mark and the place.
    func honest(_ figure: String) throws(DishonestResult) -> Self {
        for series in series where !series.mayHaveGaps {
            for column in series.columns {
                for (index, value) in column.values.enumerated() {
                    let error = column.error.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? 0
                    if value.isFinite, error.isFinite, error >= 0 { continue }
                    throw DishonestResult(
                        what: "figure \(figure): \(column.name) of point \(index + 1) of '\(series.id)'",
                        value: value, error: error, inputs: [])
                }
            }
        }
        return self
    }
}
