import Foundation
import MeasurementPhysics
import NumericalMethods

extension RunningContour {
    /// Root search along each direction from the minimum, in units of the expected ellipse.
    func lines() throws -> [Line] {
        let fit = try MomentFit(settings)
        let start = fit.template.start
        guard let counts = fit.template.events(start) else { return [] }
        let covariance = try fit.expected().covariance
        // The Cholesky factor of the 2×2 covariance turns a circle into the ellipse.
        let first = covariance[0, 0].squareRoot()
        let mixed = covariance[0, 1] / first
        let second = (covariance[1, 1] - mixed * mixed).squareRoot()
        func point(_ direction: Int, _ radius: Double) -> (k: Double, m: Double) {
            let angle = 2 * Double.pi * Double(direction % directions) / Double(directions)
            let (x, y) = (radius * cos(angle), radius * sin(angle))
            return (start[0] + first * x, start[1] + mixed * x + second * y)
        }
        return try levels.map { level in
            var line = Line(level: level, k: [], m: [], ellipseK: [], ellipseM: [])
            for direction in 0...directions {
                let ellipse = point(direction, level.squareRoot())
                line.ellipseK.append(ellipse.k)
                line.ellipseM.append(ellipse.m)
                func excess(_ radius: Double) -> Double {
                    let (k, m) = point(direction, radius)
                    // Outside the domain is far above any level.
                    return (fit.chiSquared([k, m], counts) ?? .greatestFiniteMagnitude) - level
                }
                // Where the data know little, χ² rises more slowly than the ellipse has it.
                var end = 3 * level.squareRoot()
                while excess(end) < 0, end < 1e3 { end *= 2 }
                let radius = try RootFinding.brent(from: 0, to: end, tolerance: 1e-9, excess)
                let found = point(direction, radius)
                line.k.append(found.k)
                line.m.append(found.m)
            }
            return line
        }
    }
}
