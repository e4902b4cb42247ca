import ContentHash
import Foundation

/// The report's style and script: all of it is in the page.
enum ReportAssets {
    static let style = """
        :root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#5b6470;--line:#dfe3e8;
        --old:#b3470a;--new:#1d5bd6;--bad:#b42318;--badtint:#fdecea;--good:#1a7f4b;--goodtint:#e7f6ee;--warn:#8a5a00;--warntint:#fdf3dc}
        @media(prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1c2026;--ink:#e8eaed;--soft:#a3acb8;--line:#323842;
        --old:#ff9d5c;--new:#8cb4ff;--bad:#ff9d94;--badtint:#45201d;--good:#7ddba6;--goodtint:#17382a;--warn:#f0c66b;--warntint:#3d3113}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main,header.top{max-width:72rem;margin:0 auto;padding:0 1.25rem}
        header.top{padding-top:2.25rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.015em}
        h2{font-size:1.3rem;margin:2.5rem 0 .75rem}
        h3{font-size:1.1rem;margin:0;overflow-wrap:anywhere}
        .soft{color:var(--soft)}
        .old{color:var(--old)}.new{color:var(--new)}
        code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0;list-style:none}
        .tiles li{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.8rem 1rem}
        .tiles b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
        .tiles .bad b{color:var(--bad)}.tiles .good b{color:var(--good)}
        .chip{display:inline-block;border-radius:1rem;padding:.05rem .65rem;font-size:.82rem;font-weight:600;white-space:nowrap;
        background:var(--line);color:var(--ink)}
        .chip.bad{background:var(--badtint);color:var(--bad)}.chip.good{background:var(--goodtint);color:var(--good)}
        .chip.warn{background:var(--warntint);color:var(--warn)}
        article,.card{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.1rem 1.25rem;margin:0 0 1.25rem}
        article>header{display:flex;flex-wrap:wrap;gap:.4rem .75rem;align-items:center}
        article>p{margin:.4rem 0}
        .causes{margin:.5rem 0;padding-left:1.2rem}
        .modes{border:0;margin:1rem 0 .75rem;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
        .modes label{position:relative;border:1px solid var(--line);border-radius:2rem;padding:.25rem .85rem;font-size:.9rem;cursor:pointer}
        .modes input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
        .modes label:has(:checked){background:var(--ink);color:var(--card);border-color:var(--ink)}
        .modes label:has(:focus-visible),.slide input:focus-visible,summary:focus-visible{outline:3px solid var(--new);outline-offset:2px}
        .stage{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr))}
        .stage figure{margin:0;min-width:0}
        .stage figcaption{font-size:.85rem;font-weight:600;margin-bottom:.3rem}
        .paper{background:#fff;border-radius:.4rem;overflow:hidden;border:1px solid var(--line)}
        .paper svg,.paper img{display:block;width:100%;height:auto}
        .stage .marked,.stage .along,.slide{display:none}
        .viewer:has([value=slider]:checked) .stage,.viewer:has([value=blend]:checked) .stage,
        .viewer:has([value=marked]:checked) .stage,.viewer:has([value=along]:checked) .stage{grid-template-columns:minmax(0,44rem);justify-content:center}
        .viewer:has([value=slider]:checked) figure.before,.viewer:has([value=slider]:checked) figure.after,
        .viewer:has([value=blend]:checked) figure.before,.viewer:has([value=blend]:checked) figure.after{grid-area:1/1}
        .viewer:has([value=slider]:checked) figcaption,.viewer:has([value=blend]:checked) figcaption{visibility:hidden}
        .viewer:has([value=slider]:checked) figure.after .paper{clip-path:inset(0 0 0 var(--split,50%))}
        .viewer:has([value=slider]:checked) .stage::after{content:"";grid-area:1/1;width:2px;background:var(--new);z-index:2;
        pointer-events:none;margin-top:1.6rem;margin-left:calc(var(--split,50%) - 1px)}
        .viewer:has([value=slider]:checked) .slide{display:flex;gap:.75rem;align-items:center;max-width:44rem;margin:.75rem auto 0;font-size:.9rem;font-weight:600}
        .slide input{flex:1;min-width:0;height:1.75rem;accent-color:var(--new)}
        .viewer:has([value=blend]:checked) .stage{isolation:isolate;filter:invert(1) hue-rotate(180deg)}
        .viewer:has([value=blend]:checked) figure.after{mix-blend-mode:difference}
        .viewer:has([value=blend]:checked) .paper{border-color:transparent;border-radius:0}
        .viewer:has([value=marked]:checked) figure.before,.viewer:has([value=marked]:checked) figure.after,
        .viewer:has([value=along]:checked) figure.before,.viewer:has([value=along]:checked) figure.after{display:none}
        .viewer:has([value=marked]:checked) figure.marked,.viewer:has([value=along]:checked) figure.along{display:block}
        .scroll{overflow-x:auto;margin:1rem 0 0}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-top:1px solid var(--line)}
        thead th{border-top:0;color:var(--soft);font-weight:600;font-size:.82rem}
        td.n{font-variant-numeric:tabular-nums;white-space:nowrap}
        td{overflow-wrap:anywhere}
        tr.quiet{color:var(--soft)}
        details{margin:1rem 0 0}summary{cursor:pointer;font-weight:600}
        footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem 3rem;color:var(--soft);font-size:.85rem}
        @media(max-width:40rem){body{font-size:15px}article,.card{padding:.9rem}
        thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        table,tbody,tr,td,th{display:block}tr{border-top:1px solid var(--line);padding:.55rem 0}
        td,tbody th{border:0;padding:.08rem 0}td.n{white-space:normal}
        td[data-name]::before{content:attr(data-name) ": ";color:var(--soft);font-size:.85em}}
        @media print{:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb}body{font-size:10pt}
        .modes,.slide{display:none!important}article{break-inside:auto}.viewer,tr,article>header{break-inside:avoid}article>header{break-after:avoid}.stage{grid-template-columns:1fr 1fr!important}
        .stage figure.before,.stage figure.after{display:block!important;grid-area:auto!important;mix-blend-mode:normal!important}
        .stage figure.after .paper{clip-path:none!important}.stage figure.marked,.stage::after{display:none!important}.stage figure.along{display:block;grid-column:1/-1;max-width:60%}
        .stage figcaption{visibility:visible!important}}
        """

    static let script = """
        for (const viewer of document.querySelectorAll('.viewer')) {
          const range = viewer.querySelector('input[type=range]');
          if (!range) continue;
          const show = () => {
            viewer.style.setProperty('--split', range.value + '%');
            range.setAttribute('aria-valuetext', range.value + ' % before, ' + (100 - range.value) + ' % after');
          };
          range.addEventListener('input', show);
          show();
        }
        """

    /// Nothing is loaded, and no script but the report's own runs.
    static var policy: String {
        let hex = Array(ContentDigest(of: script).hex.utf8)
        let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
            UInt8(String(decoding: hex[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        }
        let digest = Data(bytes).base64EncodedString()
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-\(digest)'"
    }
}
