"use strict";

// The filter of one plan: findings that do not match leave the screen (never the print), and so do rules and sins
// of which nothing is left.
function filterFindings(section) {
  const form = section.querySelector("form");
  const count = section.querySelector(".count");
  const all = count.textContent;
  const rules = [...section.querySelectorAll(".rule")].map((element) => ({
    element,
    sin: element.closest(".sin").dataset.sin,
    severity: element.dataset.severity,
    text: [...element.querySelectorAll(":scope > h4, :scope > h5, :scope > .help")].map(textOf).join(" "),
    further: element.querySelector(".further"),
    items: [...element.querySelectorAll(".items li")].map((item) => ({ element: item, text: textOf(item) })),
  }));

  function apply() {
    const [sin, severity] = [form.elements.sin.value, form.elements.severity.value];
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const rule of rules) {
      const fits = (!sin || rule.sin === sin) && (!severity || rule.severity === severity);
      let left = 0;
      for (const item of rule.items) {
        const matches = fits && words.every((word) => item.text.includes(word) || rule.text.includes(word));
        item.element.classList.toggle("filtered-out", !matches);
        left += matches;
      }
      rule.element.classList.toggle("filtered-out", left === 0);
      if (rule.further) rule.further.open = words.length > 0 && left > 0;
      shown += left;
    }
    for (const element of section.querySelectorAll(".sin")) {
      element.classList.toggle("filtered-out", !element.querySelector(".rule:not(.filtered-out)"));
    }
    count.textContent = sin || severity || words.length ? `${shown.toLocaleString("en")} match of ${all}` : all;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
}

function textOf(element) {
  return element.textContent.toLowerCase();
}

for (const section of document.querySelectorAll(".findings")) {
  if (section.querySelector("form")) filterFindings(section);
}

// On paper everything is open.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
