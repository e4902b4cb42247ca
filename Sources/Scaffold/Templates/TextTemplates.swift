extension Template {
    /// What LaTeX reads.
    static let text: [Template] = [
        Template(
            "paper/main.tex",
            #"""
            \documentclass[aps,prd,reprint,nofootinbib]{revtex4-2}
            \usepackage[T1]{fontenc}
            \usepackage{lmodern}
            \usepackage{amsmath}
            \usepackage{graphicx}
            \usepackage[hidelinks]{hyperref}
            \usepackage{paperbuild}
            \graphicspath{{../figures/}}
            \input{generated/numbers}

            \begin{document}

            \title{A paper of your own}
            \author{Your name}
            \affiliation{Your institution}

            \begin{abstract}
            Every number and every figure of this text is computed by the program that accompanies it.
            \end{abstract}

            \maketitle

            \input{sections/period}
            % paperbuild new: sections above this line

            \bibliography{bibliography}

            \end{document}

            """#),
        Template(
            "paper/sections/period.tex",
            #"""
            \section{The period of a pendulum}
            \label{sec:period}

            A thread of $\result{input/length}\,\mathrm{m}$ swings in $\result{period/small}\,\mathrm{s}$ if the angle is small. Up to
            $\result{input/amplitude}\,\mathrm{rad}$ it takes $\result{period/relative}$ times as long, as Fig.~\ref{fig:period} shows. The
            time is that of a small swing times $2K/\pi$, where $K$ is the complete elliptic integral of the modulus
            $\sin(\theta_0/2)$, which was tabulated long ago~\cite{AbramowitzStegun1964}. \resulttext{claims/period}.

            \begin{figure}
              \includegraphics[width=\figurewidth]{period.pdf}
              \caption{The period over the amplitude, and the first term of its expansion.\label{fig:period}}
            \end{figure}

            Each number above is computed when the paper is built, and carries a numerical error that decides how many of its digits are
            printed. To change one, edit its computation; to change what is said of it, edit this file. The program tells in which line a
            number is declared, which results it was made of, and what an edit did to every figure.
            % paperbuild new: text of this section above this line

            """#),
        Template(
            "paper/paperbuild.sty",
            #"""
            % The numbers of a paper: \result{id} prints one in mathematics, \resulttext{id} a sentence or a table. Both stop the run
            % where the id is not defined in generated/numbers.tex, which the program writes.
            \NeedsTeXFormat{LaTeX2e}
            \ProvidesPackage{paperbuild}[2026/11/30 numbers of a paper that is built by paperbuild]
            \newcommand{\defresult}[2]{\expandafter\def\csname result@#1\endcsname{#2}}
            \newcommand{\result}[1]{%
              \ifcsname result@#1\endcsname\ensuremath{\csname result@#1\endcsname}%
              \else\errmessage{The number '#1' is not defined in generated/numbers.tex: add a Quantity of this name}\fi}
            \newcommand{\resulttext}[1]{%
              \ifcsname result@#1\endcsname\csname result@#1\endcsname%
              \else\errmessage{The text '#1' is not defined in generated/numbers.tex: add a Passage of this name}\fi}

            % For \includegraphics[width=\figurewidth]: figures keep their size where they fit into the column; wider ones are scaled.
            % A figure made for the column exceeds it by a third of a per cent. Its own width has one name in \includegraphics and
            % another in the \resizebox that a figure with labels of LaTeX's stands in.
            \newcommand{\naturalwidth}{\ifx\width\@undefined\Gin@nat@width\else\width\fi}
            \newcommand{\figurewidth}{\ifdim\naturalwidth>1.01\columnwidth\columnwidth\else\naturalwidth\fi}
            \endinput

            """#),
        Template(
            "paper/bibliography.bib",
            #"""
            @book{AbramowitzStegun1964,
              editor    = {Abramowitz, Milton and Stegun, Irene A.},
              title     = {Handbook of Mathematical Functions},
              publisher = {National Bureau of Standards},
              address   = {Washington, D.C.},
              year      = {1964}
            }

            """#),
    ]
}
