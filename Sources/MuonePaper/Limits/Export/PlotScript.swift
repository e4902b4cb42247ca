/// `plot.py` of exported limits.
enum PlotScript {
    static let text = #"""
        #!/usr/bin/env python3
        """Draws the limits and projections of this folder: numpy and matplotlib are all it needs.

        Everything it knows is in index.json and the files in csv/. Copy it, and change what you like.
        """
        import argparse
        import json
        import pathlib

        import matplotlib

        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        import numpy as np

        FOLDER = pathlib.Path(__file__).resolve().parent


        def arguments():
            parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
            parser.add_argument("--output", default="limits.pdf", help="the file to write; its ending is the format")
            parser.add_argument("--only", nargs="+", metavar="NAME", help="these limits alone, by their names in index.json")
            parser.add_argument("--coupling", default="g'", help="limits on this coupling: g' (the default) or epsilon")
            parser.add_argument("--masses", nargs=2, type=float, metavar=("FROM", "TO"), help="in GeV")
            parser.add_argument("--couplings", nargs=2, type=float, metavar=("FROM", "TO"))
            return parser.parse_args()


        def read(path):
            """The columns of a file; its first line without '#' names them."""
            lines = [line for line in (FOLDER / path).read_text().splitlines() if line and not line.startswith("#")]
            return np.array([[float(cell) for cell in line.split(",")] for line in lines[1:]]).T


        def draw(axes, limit, colour):
            is_limit = limit["role"] == "limit"
            label = limit["label"]
            for piece in limit["pieces"]:
                columns = read(piece["files"]["csv"])
                masses, edge = columns[0], columns[1]
                style = dict(color=colour, linewidth=1.2, linestyle="-" if is_limit else "--", label=label)
                label = None
                if piece["shape"] == "outline":
                    axes.plot(np.append(masses, masses[0]), np.append(edge, edge[0]), **style)
                    if is_limit:
                        axes.fill(masses, edge, color=colour, alpha=0.15, linewidth=0)
                    continue
                upper = columns[2] if piece["shape"] == "between" else np.full_like(edge, 1e3)
                axes.plot(masses, edge, **style)
                if piece["shape"] == "between":
                    axes.plot(masses, upper, **dict(style, label=None))
                if is_limit:
                    axes.fill_between(masses, edge, upper, color=colour, alpha=0.15, linewidth=0)


        def main():
            options = arguments()
            index = json.loads((FOLDER / "index.json").read_text())
            known = [limit["name"] for limit in index["limits"]]
            for name in options.only or []:
                if name not in known:
                    raise SystemExit(f"there is no limit '{name}'; there is {', '.join(known)}")
            limits = [
                limit
                for limit in index["limits"]
                if limit["pieces"]
                and (limit["name"] in options.only if options.only else limit["coupling"] == options.coupling)
            ]
            if not limits:
                raise SystemExit("there is nothing to draw: no such limit has a curve")
            figure, axes = plt.subplots(figsize=(9, 6))
            colours = plt.get_cmap("tab20")
            for number, limit in enumerate(limits):
                draw(axes, limit, colours(number % 20))
            points = [read(piece["files"]["csv"]) for limit in limits for piece in limit["pieces"]]
            lowest = min(columns[1].min() for columns in points)
            axes.set(
                xscale="log",
                yscale="log",
                xlim=options.masses or (min(c[0].min() for c in points), max(c[0].max() for c in points)),
                ylim=options.couplings or (lowest / 2, max(1e-1, 2 * lowest)),
                xlabel="mass [GeV]",
                ylabel=f"coupling {limits[0]['coupling']}",
            )
            axes.legend(fontsize=7, ncol=2, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
            figure.savefig(options.output, bbox_inches="tight")
            print(f"write {options.output}")


        if __name__ == "__main__":
            main()

        """#
}
