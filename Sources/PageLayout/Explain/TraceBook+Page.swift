/// How the HTML file looks and acts.
extension TraceBook {
  static let sheet: StaticString = """
    * { box-sizing: border-box; }
    body { margin: 0; background: #e9e9e4; color: #14213d; font: 13px/1.45 system-ui, "Noto Sans", sans-serif; }
    header { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center;
      padding: 8px 16px; background: #14213d; color: #f4f4f1; }
    header h1 { font-size: 14px; margin: 0; }
    header .layers { display: flex; flex-wrap: wrap; gap: 2px 12px; flex: 1; }
    header label { white-space: nowrap; }
    header input[type=number] { width: 5em; }
    header input, header button { font: inherit; vertical-align: middle; }
    i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin: 0 5px 0 2px; }
    main { padding: 8px 16px 45vh; }
    section { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: flex-start; scroll-margin-top: 64px;
      content-visibility: auto; contain-intrinsic-size: auto 1100px; }
    section h2 { flex-basis: 100%; font-size: 14px; margin: 18px 0 0; }
    .sheet { overflow: auto; max-width: 100%; }
    svg { display: block; overflow: visible; width: calc(var(--width) * var(--zoom, 1.3) * 1px); }
    aside { flex: 1 1 260px; max-width: 440px; }
    aside h3 { font-size: 13px; margin: 12px 0 2px; }
    aside p { margin: 0 0 2px; overflow-wrap: anywhere; }
    .yes { color: #00664c; }
    .no { color: #a00000; }
    #under { position: fixed; right: 12px; bottom: 12px; z-index: 3; max-width: 46em; max-height: 40vh; overflow: hidden;
      padding: 8px 12px; border-radius: 6px; background: #14213dee; color: #f4f4f1; pointer-events: none; }
    #under:empty { display: none; }
    #under p { margin: 0 0 3px; }
    #under p:last-child { margin: 0; }

    """

  static let script: StaticString = """
    "use strict";
    const body = document.body, number = document.getElementById("number");
    const sections = Array.from(document.querySelectorAll("section"));
    for (const box of document.querySelectorAll("[data-layer]")) {
      const apply = () => body.classList.toggle("show-" + box.dataset.layer, box.checked);
      box.addEventListener("change", apply);
      apply();
    }
    const current = () => {
      const index = sections.findIndex((section) => section.getBoundingClientRect().bottom > 120);
      return index < 0 ? sections.length - 1 : index;
    };
    const go = (index) => {
      const section = sections[Math.max(0, Math.min(index, sections.length - 1))];
      if (section) section.scrollIntoView();
    };
    document.getElementById("previous").addEventListener("click", () => go(current() - 1));
    document.getElementById("next").addEventListener("click", () => go(current() + 1));
    number.addEventListener("change", () => {
      const section = document.getElementById("page-" + number.value);
      if (section) section.scrollIntoView();
    });
    document.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey) return;
      if (event.key === "j") go(current() + 1);
      if (event.key === "k") go(current() - 1);
    });
    document.addEventListener("scroll", () => {
      const section = sections[current()];
      if (section && document.activeElement !== number) number.value = section.id.slice(5);
    }, { passive: true });
    const zoom = document.getElementById("zoom");
    zoom.addEventListener("input", () => body.style.setProperty("--zoom", zoom.value));
    // All marks under the pointer, the topmost first: what was read, and why.
    const under = document.getElementById("under");
    document.addEventListener("mousemove", (event) => {
      const notes = [];
      for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
        const title = element.namespaceURI === "http://www.w3.org/2000/svg" && element.querySelector(":scope > title");
        if (title) notes.push(title.textContent);
      }
      under.replaceChildren(...notes.slice(0, 12).map((note) => {
        const line = document.createElement("p");
        line.textContent = note;
        return line;
      }));
    });

    """
}
