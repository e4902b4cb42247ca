import Foundation

/// Programs that draw the figure of `plotbench`, or contour a grid, from Debian's packages.
enum PlotPeers {
    /// Why a peer is missing, on standard error.
    static func reportMissing(_ name: String, package: String) {
        FileHandle.standardError.write(
            Data("paperbench: \(name) is not installed (Debian package \(package)) and is left out\n".utf8))
    }

    /// Debian's Python, which has Debian's packages whatever comes first on the path.
    static let python = "/usr/bin/python3"

    /// The version of a Python module, where it is installed.
    static func version(ofModule module: String) -> String? {
        let command = [python, "-c", "import \(module); print(\(module).__version__)"]
        return (try? MeasuredProcess(command).output)?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The figure of `plotbench`, as far as the program can: the same grid, levels, regions, bands and labels.
    static let matplotlibFigure = #"""
        import sys
        import numpy as np
        import matplotlib
        matplotlib.use("pdf")
        import matplotlib.pyplot as plt

        m = np.geomspace(1, 300, 200)
        g = np.geomspace(4e-6, 1e-2, 200)
        M, G = np.meshgrid(m, g)
        events = (9.2 + 2 * np.log10(G) - 0.6 * np.log10(1 + M**2 / 900) - 2 * (M / 260)**6
                  + 0.25 * np.sin(2.5 * np.log10(M)))
        wide, beam, solar = 1.2e-3 * (1 + m / 60), 2.5e-4 * (1 + m**2 / 8), 6e-5 * m**3

        plt.rcParams.update({"mathtext.fontset": "cm", "font.size": 8.5, "xtick.direction": "in", "ytick.direction": "in"})
        figure, axes = plt.subplots(figsize=(246 / 72, 225 / 72), layout="constrained")
        axes.set(xscale="log", yscale="log", xlim=(1, 300), ylim=(4e-6, 1e-2), xlabel=r"$m_{Z'}$ [MeV]", ylabel=r"$g_{Z'}$")
        center = 4.5e-4 * (1 + (m / 90)**1.4)
        for sigmas, colour in [(2, "#fde3c1"), (1, "#fac06c")]:
            axes.fill_between(m, center * (1 - 0.12 * sigmas), center * (1 + 0.12 * sigmas), color=colour,
                              label=rf"$(g-2)_\mu$, ${sigmas}\sigma$")
        for low, high, where, hatch in [
            (wide, 1.5e-2 + 0 * m, m > 0, "//"), (1e-3 * m / 210, wide, m > 210, "xx"),
            (beam, wide, beam < wide, "\\\\"), (solar, beam, solar < beam, "////"),
        ]:
            axes.fill_between(m[where], low[where], high[where], facecolor="none", edgecolor="#9c9ca1", hatch=hatch)
        lines = axes.contour(M, G, events, levels=[0, 1, 2, 3, 4], colors="#5790fc", linestyles="solid")
        axes.clabel(lines, fmt=lambda level: f"$10^{level:.0f}$", fontsize=7.5)
        axes.legend(frameon=False)
        figure.savefig(sys.argv[1])
        """#

    /// The same for gnuplot, whose labels are not math and whose contours have labels only with tricks.
    static let gnuplotFigure = #"""
        set terminal pdfcairo size 3.417in,3.125in
        set output OUTPUT
        set logscale xy
        set xrange [1:300]; set yrange [4e-6:1e-2]
        set xlabel "m_{Z'} [MeV]"; set ylabel "g_{Z'}"
        set samples 200; set isosamples 200,200
        set contour base; unset surface; set cntrparam levels discrete 0,1,2,3,4
        events(m,g) = 9.2 + 2*log10(g) - 0.6*log10(1 + m*m/900) - 2*(m/260)**6 + 0.25*sin(2.5*log10(m))
        set table $Lines
        splot events(x,y)
        unset table
        unset contour
        center(m) = 4.5e-4*(1 + (m/90)**1.4)
        wide(m) = 1.2e-3*(1 + m/60); beam(m) = 2.5e-4*(1 + m*m/8); solar(m) = 6e-5*m**3
        plot '+' using 1:(0.76*center($1)):(1.24*center($1)) with filledcurves fc "#fde3c1" title "(g-2), 2s", \
             '+' using 1:(0.88*center($1)):(1.12*center($1)) with filledcurves fc "#fac06c" title "(g-2), 1s", \
             '+' using 1:(wide($1)):(1.5e-2) with filledcurves fs pattern 4 notitle, \
             '+' using ($1 > 210 ? $1 : NaN):(1e-3*$1/210):(wide($1)) with filledcurves fs pattern 1 notitle, \
             '+' using (beam($1) < wide($1) ? $1 : NaN):(beam($1)):(wide($1)) with filledcurves fs pattern 5 notitle, \
             '+' using (solar($1) < beam($1) ? $1 : NaN):(solar($1)):(beam($1)) with filledcurves fs pattern 6 notitle, \
             $Lines using 1:2 with lines lc "#5790fc" title "events", \
             $Lines using 1:2:(sprintf("%g", 10**$3)) every 60::30 with labels notitle
        """#

    /// Prints the seconds of the fastest of nine repetitions, and how many points the lines have.
    static let contourpyGrid = #"""
        import time
        import numpy as np
        from contourpy import contour_generator

        x = np.linspace(-3, 3, 1000)
        X, Y = np.meshgrid(x, x)
        z = np.sin(3 * X) * np.cos(2 * Y) + 0.3 * X * Y
        best = 1e9
        for _ in range(9):
            start = time.perf_counter()
            generator = contour_generator(x, x, z)
            lines = [generator.lines(level) for level in (-1, -0.5, 0, 0.5, 1)]
            best = min(best, time.perf_counter() - start)
        print(best, sum(len(line) for level in lines for line in level))
        """#
}
