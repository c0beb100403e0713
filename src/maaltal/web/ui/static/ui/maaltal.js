// What plain HTML cannot do. Everything works without it.

// A page begins where it says how it went.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("#error-summary, #conflict, #messages:not(:empty)")?.focus();
});

// What is called a button is pressed with the space bar, too.
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});

// A swap takes the focus away with what it replaces: then it goes to what has come instead.
let losesFocus = false;
document.addEventListener("htmx:beforeSwap", (event) => {
  losesFocus = event.detail.target.contains(document.activeElement);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (!losesFocus || document.activeElement !== document.body) return;
  losesFocus = false;
  event.target.tabIndex = -1;
  event.target.focus();
});

// The same words again are no news to whoever has them read aloud.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { fragment, target } = event.detail;
  if (target.id === "said" && fragment.textContent === target.textContent) event.detail.shouldSwap = false;
});

// A form that is answered while somebody types keeps its fields; only what is told about them is swapped.
document.addEventListener("htmx:afterRequest", () => {
  for (const told of document.querySelectorAll("[data-told]")) {
    const field = document.getElementById(told.dataset.told);
    const error = told.querySelector(".form-error-message");
    told.closest(".form-group, td").classList.toggle("form-error", Boolean(error));
    const hint = document.getElementById(`${field.id}-hint`);
    const described = [hint, error].filter(Boolean).map((each) => each.id).join(" ");
    if (described) field.setAttribute("aria-describedby", described);
    else field.removeAttribute("aria-describedby");
    if (error) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
});

// No answer, or one from another page (that of the login): say so, and leave what was typed alone.
const unanswered = () => {
  const news = document.querySelector("[data-no-answer]");
  if (news) news.textContent = news.dataset.noAnswer;
};
document.addEventListener("htmx:responseError", unanswered);
document.addEventListener("htmx:sendError", unanswered);
document.addEventListener("htmx:beforeSwap", (event) => {
  const asked = new URL(event.detail.pathInfo.requestPath, window.location.href);
  const answered = new URL(event.detail.xhr.responseURL || asked, window.location.href);
  if (asked.pathname === answered.pathname || !document.querySelector("[data-no-answer]")) return;
  event.detail.shouldSwap = false;
  unanswered();
});
