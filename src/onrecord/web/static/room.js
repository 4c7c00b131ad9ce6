// Only smooths: each page is whole without this file. The list of days becomes a slider.
"use strict";
(function () {
  function slide(form) {
    const list = form.querySelector("select");
    if (!list || form.querySelector("input[type=range]")) return;
    const range = document.createElement("input");
    const said = document.createElement("output");
    range.type = "range";
    range.min = "0";
    range.max = String(list.options.length - 1);
    range.value = String(list.selectedIndex);
    range.id = "as-of-slider";
    said.htmlFor = range.id;
    const words = () => list.options[Number(range.value)].text;
    const tell = () => {
      said.textContent = words();
      range.setAttribute("aria-valuetext", words());
    };
    form.querySelector("label").htmlFor = range.id;
    range.addEventListener("input", tell);
    range.addEventListener("change", () => { list.selectedIndex = Number(range.value); });
    list.hidden = true;
    form.querySelector("button").hidden = true;
    list.after(range, said);
    tell();
  }
  function slideAll(within) {
    within.querySelectorAll("form.then").forEach(slide);
  }
  let held = false; // the slider keeps the focus when the record under it is exchanged
  document.addEventListener("htmx:beforeSwap", () => {
    held = document.activeElement !== null && document.activeElement.id === "as-of-slider";
  });
  document.addEventListener("htmx:load", () => {
    slideAll(document);
    const slider = document.getElementById("as-of-slider");
    if (held && slider) slider.focus({ preventScroll: true });
    held = false;
  });
  slideAll(document);
})();
