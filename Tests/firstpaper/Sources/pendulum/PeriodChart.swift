import PaperKit

/// The period over the amplitude in degrees, with the first two terms of its series.
func periodChart(_ curve: Curve) -> Chart {
    let degrees = curve.x.map { $0 * 180 / .pi }
    return Chart(
        "Period of a pendulum over its amplitude", x: .linear("$\\theta_0$ [deg]", from: 0, to: degrees.last ?? 90),
        y: .linear("$T/T_0$", from: 0.95, to: 1.05 * (curve.y.last ?? 1))
    ) {
        Line("exact", x: degrees, y: curve.y, yError: curve.error, role: .signal, label: "exact")
        Line("series", x: degrees, y: curve.x.map { 1 + $0 * $0 / 16 }, role: .comparison, label: "$1+\\theta_0^2/16$")
    }
}
