# paperbuild: `make` regenerates the paper from nothing, `make test` runs the tests. Both set up what they need.

PACKAGES := pkg-config libssl-dev libcairo2-dev libfreetype-dev libharfbuzz-dev zlib1g-dev libcurl4 ca-certificates g++ \
	fonts-lmodern fonts-stix poppler-utils lmodern texlive-latex-base texlive-latex-recommended texlive-fonts-recommended texlive-publishers
# What only tests and examples run.
TEST_PACKAGES := gnuplot-nox python3-numpy
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

EXAMPLES = $(shell cut -d' ' -f1 Examples/programs)

.PHONY: all setup setup-tests build paper examples test soak bench check docs citation format lint clean

all: setup
	swift run paperbuild

# Installs the Debian packages that are missing, and nothing where none is.
setup:
	@command -v swift >/dev/null || { echo "make setup: no 'swift' on the PATH; install Swift 6.2 or newer from" \
		"https://swift.org/install and run make again" >&2; exit 1; }
	@command -v git >/dev/null || { echo "make setup: no 'git', which the Swift package manager needs:" \
		"apt-get install git" >&2; exit 1; }
	@missing=""; for package in $(PACKAGES) $(EXTRA_PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	install="apt-get install -y --no-install-recommends$$missing"; \
	command -v apt-get >/dev/null || { echo "make setup: this needs$$missing, and only apt-get is known here;" \
		"install them by hand, then run 'swift run paperbuild'" >&2; exit 1; }; \
	if [ -n "$(SUDO)" ] && ! $(SUDO) -n true 2>/dev/null && ! { [ -t 0 ] && command -v sudo >/dev/null; }; then \
		echo "make setup: packages are missing and this user may not install them; ask an administrator to run" >&2; \
		echo "  $$install" >&2; exit 1; \
	fi; \
	echo "installing$$missing"; \
	$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive $$install -qq

# With what tests and examples run.
setup-tests: EXTRA_PACKAGES := $(TEST_PACKAGES)
setup-tests: setup

build: setup
	swift build

paper: all

# The papers of Examples/, each into its own folder.
examples: setup-tests
	for program in $(EXAMPLES); do swift run $$program || exit 1; done

test: setup-tests
	swift test --disable-xctest

# The tests of faults and of wild inputs for long: builds killed 200 times, and as many rounds of the others; a variant
# of every parameter.
soak: setup
	PAPERBUILD_SOAK=$${PAPERBUILD_SOAK:-200} swift test --disable-xctest --filter \
		'FaultTests|PlanTests|WarmCacheTests|VariantWordingTests|VariantFigureTests|RefinementTests|ExtremeInput|Fuzz'

# Other build systems to measure against; one that cannot be installed is left out, and said so.
bench: setup
	@command -v ninja >/dev/null || { echo "installing ninja-build"; \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ninja-build >/dev/null; } \
		|| true
	swift build -c release --product graphbench
	swift build -c release --product plotbench
	swift build -c release --product paperbuild
	swift run -c release paperbench

# Builds from an empty cache in a folder of its own and compares with what is committed.
check: setup-tests
	.ci/check

# The documentation of the public libraries as one site in .build/docs, by the toolchain's own docc.
docs: setup
	.ci/docs

# Whether CITATION.cff is what its readers understand; its program is taken from PyPI into .build.
citation:
	@[ -x .build/citation/bin/cffconvert ] || { python3 -m venv .build/citation && \
		.build/citation/bin/pip install --quiet cffconvert==2.0.0; }
	.build/citation/bin/cffconvert --validate

lint:
	swift format lint --strict --recursive Sources Tests Plugins Examples Package.swift

format:
	swift format --in-place --recursive Sources Tests Plugins Examples Package.swift

clean:
	rm -rf .paperbuild .build Examples/*/.paperbuild
