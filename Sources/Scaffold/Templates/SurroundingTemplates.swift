extension Template {
    /// What a clone is built and checked with.
    static let surroundings: [Template] = [
        Template(
            "Makefile",
            #"""
            # @name@: `make` regenerates the paper from nothing, `make test` runs the tests. Both set up what they need.

            PACKAGES := @packages@
            SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

            .PHONY: all setup test check clean

            all: setup
            	swift run @name@

            # Installs the Debian packages that are missing, and nothing where none is.
            setup:
            	@command -v swift >/dev/null || { echo "make setup: no 'swift' on the PATH; install Swift 6.2 or newer from" \
            		"https://swift.org/install and run make again" >&2; exit 1; }
            	@command -v git >/dev/null || { echo "make setup: no 'git', which the Swift package manager needs:" \
            		"apt-get install git" >&2; exit 1; }
            	@missing=""; for package in $(PACKAGES); do \
            		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
            	done; \
            	[ -n "$$missing" ] || exit 0; \
            	install="apt-get install -y --no-install-recommends$$missing"; \
            	command -v apt-get >/dev/null || { echo "make setup: this needs$$missing, and only apt-get is known here;" \
            		"install them by hand, then run 'swift run @name@'" >&2; exit 1; }; \
            	if [ -n "$(SUDO)" ] && ! $(SUDO) -n true 2>/dev/null && ! { [ -t 0 ] && command -v sudo >/dev/null; }; then \
            		echo "make setup: packages are missing and this user may not install them; ask an administrator to run" >&2; \
            		echo "  $$install" >&2; exit 1; \
            	fi; \
            	echo "installing$$missing"; \
            	$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive $$install -qq

            test: setup
            	swift test --disable-xctest

            # Builds from an empty cache in a folder of its own and compares with what is committed.
            check: setup
            	.ci/check

            clean:
            	rm -rf .paperbuild .build

            """#),
        Template(
            ".ci/run", isExecutable: true,
            #"""
            #!/usr/bin/env bash
            # What every change must pass on a clean clone: the committed paper against a build from an empty cache, and the tests.
            set -euo pipefail
            cd "$(dirname "$0")/.."
            make setup
            .ci/check
            make test

            """#),
        Template(
            ".ci/check", isExecutable: true,
            #"""
            #!/usr/bin/env bash
            # Builds the paper from an empty cache into a folder of its own, and fails if a committed figure, number or verdict is not
            # what the sources give, beyond its tolerance. The report on it, figures-diff.html, is kept in either case.
            set -euo pipefail
            cd "$(dirname "$0")/.."
            report=${CI_REPORT_DIR:-.build/report}
            scratch=$(mktemp -d)
            trap 'rm -rf "$scratch"' EXIT
            swift build --product @name@
            program=$(swift build --show-bin-path)/@name@
            "$program" build --cache "$scratch/cache" --output "$scratch/paper"
            mkdir -p "$report"
            status=0
            "$program" diff --against . "$scratch/paper" --cache "$scratch/cache" --verbose --html "$report/figures-diff.html" ||
              status=$?
            echo "what changed, to look at: $report/figures-diff.html"
            exit "$status"

            """#),
        Template(
            ".github/workflows/paper.yml",
            #"""
            name: paper
            on: [push, pull_request]
            jobs:
              paper:
                runs-on: ubuntu-latest
                container: swift:6.2-bookworm
                timeout-minutes: 60
                env:
                  CI_REPORT_DIR: report
                steps:
                  - run: apt-get update -qq && apt-get install -y -qq --no-install-recommends git make ca-certificates
                  - uses: actions/checkout@v4
                  - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
                  - run: .ci/run
                  - uses: actions/upload-artifact@v4
                    if: always()
                    with:
                      name: figures-diff
                      path: report

            """#),
        Template(
            ".gitlab-ci.yml",
            #"""
            paper:
              image: swift:6.2-bookworm
              timeout: 1 hour
              variables:
                CI_REPORT_DIR: report
              before_script:
                - apt-get update -qq && apt-get install -y -qq --no-install-recommends git make ca-certificates
              script:
                - .ci/run
              artifacts:
                when: always
                paths:
                  - report

            """#),
        Template(
            ".gitignore",
            #"""
            .build/
            .paperbuild/
            /report/
            paper/*.aux
            paper/*.log
            paper/*.out
            paper/*.fls
            paper/*.fdb_latexmk
            paper/*.blg
            paper/*.bbl
            paper/*Notes.bib

            # What paperbuild makes for others.
            /arxiv/
            /arxiv.tar.gz
            /camera-ready/
            /figures/*.png

            """#),
        Template(
            ".gitattributes",
            #"""
            # What is committed is checked out byte for byte: drawings, tables and what is generated carry digests of their bytes.
            * -text

            # What people write has one end of line.
            *.swift text eol=lf
            *.tex text eol=lf
            *.sty text eol=lf
            *.bib text eol=lf
            *.md text eol=lf
            Makefile text eol=lf
            .ci/* text eol=lf
            paper/generated/* -text

            *.pdf binary
            *.png binary

            """#),
        Template(
            "README.md",
            #"""
            # @name@

            `swift run @name@` regenerates the paper: every figure, every number in the text, and the PDF.

            ```
            make          # installs what is missing, builds, writes figures/ and paper/main.pdf
            make test     # runs the tests
            ```

            | to change | edit |
            |---|---|
            | the text | `paper/sections/`, with `\result{ID}` for a number and `\resulttext{ID}` for a sentence |
            | what is computed | `Sources/@Name@Physics/` |
            | a figure, a number, a claim | `Sources/@name@/` |
            | a parameter | `Sources/@name@/@Name@Parameters.swift` |

            ```
            swift run @name@ new figure NAME       # or number, computation, limit, claim, section: a complete example of each
            swift run @name@ build period          # one figure
            swift run @name@ watch                 # again whenever a source of the text is saved
            swift run @name@ --set amplitude=1rad --output /tmp/variant
            swift run @name@ evaluate relative-period amplitude=1rad
            swift run @name@ verify                # what publications claim, with a verdict
            swift run @name@ where period/small    # the line that declares it
            swift run @name@ diff --html /tmp/diff.html
            ```

            Commit `figures/`, `paper/generated/`, `paper/main.pdf` and `Package.resolved`: `.ci/run` compares what the sources give with what is
            committed, on GitHub and GitLab too.

            """#),
    ]
}
