import Foundation

/// Python's minimisers on the problem of ``FitBenchmarks``.
enum FitPeers {
    /// One JSON object for each minimiser that is installed; a note on standard error where none is.
    static func answers(_ problem: Data) throws -> [Data] {
        guard let python = interpreters.first(where: { canImport("scipy.optimize", $0) }) else {
            PlotPeers.reportMissing("scipy", package: "python3-scipy")
            return []
        }
        if !canImport("iminuit", python) { PlotPeers.reportMissing("iminuit", package: "python3-iminuit") }
        let folder = FileManager.default.temporaryDirectory.appending(path: "fitbench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "fit.py")
        let input = folder.appending(path: "problem.json")
        try Data(program.utf8).write(to: script)
        try problem.write(to: input)
        let output = try MeasuredProcess(python + [script.path, input.path]).output
        return output.split(separator: "\n").map { Data($0.utf8) }
    }

    /// Debian's Python, then the first on the path.
    private static let interpreters = [[PlotPeers.python], ["/usr/bin/env", "python3"]]

    private static func canImport(_ module: String, _ python: [String]) -> Bool {
        (try? MeasuredProcess(python + ["-c", "import \(module)"])) != nil
    }

    /// The same sums over the template's nodes with numpy, the same Poisson deviance, parameters in units of their errors.
    private static let program = #"""
        import json, sys, time
        import numpy as np
        import scipy
        from scipy.optimize import least_squares, minimize

        p = {k: np.array(v) for k, v in json.load(open(sys.argv[1])).items()}
        t, w, known, n = p["transfers"], p["weights"], p["known"], p["counts"]
        first, start, unit, tol = p["firsts"][:-1].astype(int), p["start"], p["units"], float(p["tolerance"])

        def events(x):
            k, m = unit * np.asarray(x)
            root = np.sqrt(1 - 4 * m / t)
            loop = (-5 / 9 - 4 * m / (3 * t) + (4 * m * m / (3 * t * t) + m / (3 * t) - 1 / 6) * 2 / root
                    * np.log(np.abs((1 - root) / (1 + root))))
            return np.add.reduceat(w / (known - k * m * loop) ** 2, first)

        def deviance(x):
            mean = events(x)
            d = (n - mean) / mean
            return float(np.sum(mean * d * d * (1 - d / 3 + d * d / 6)))

        def residuals(x):
            mean = events(x)
            return (n - mean) / np.sqrt(mean)

        def measure(name, fit, repetitions=9):
            best = 1e9
            for _ in range(repetitions):
                begin = time.perf_counter()
                x = fit()
                best = min(best, time.perf_counter() - begin)
            print(json.dumps({"name": name, "seconds": best, "parameters": list(unit * np.asarray(x))}))

        # Steps that the rounding of large counts does not drown.
        measure(f"scipy {scipy.__version__}, least_squares",
                lambda: least_squares(residuals, start / unit, method="lm", diff_step=1e-5, ftol=tol / 50).x)
        measure(f"scipy {scipy.__version__}, minimize (BFGS)",
                lambda: minimize(deviance, start / unit, method="BFGS", options={"eps": 1e-3, "gtol": tol ** 0.5}).x)
        try:
            import iminuit
            def migrad():
                minuit = iminuit.Minuit(deviance, start / unit)
                minuit.errordef = 1
                minuit.errors = [0.1, 0.1]
                minuit.tol = tol / 0.002
                minuit.migrad()
                return list(minuit.values)
            measure(f"iminuit {iminuit.__version__}, migrad", migrad)
        except ImportError:
            pass
        """#
}
