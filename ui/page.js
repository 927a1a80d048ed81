// What the page does by itself: opens citations in the reader, copies, keeps verdicts, remembers
// which conversation a browser tab shows. Text from articles comes as HTML that the server escaped.
() => {
  const wide = matchMedia("(min-width: 1100px)");
  const find = (what) => document.querySelector(what);
  let opener = null; // what the focus goes back to
  let asked = 0; // the last article asked for; a slower one before it is not shown
  let seen = ""; // the last answer whose first citation was opened by itself

  // Signed out meanwhile, every call is refused: the page itself leads to where one signs in.
  const fetched = window.fetch.bind(window);
  window.fetch = async (...call) => {
    const response = await fetched(...call);
    if (response.status === 401) location.reload();
    return response;
  };

  const show = async (link, focus) => {
    const turn = ++asked;
    const place = link.getAttribute("href");
    let shown = "<p class='fault' role='alert'>The article cannot be fetched; is the app still running?</p>";
    try {
      shown = await (await fetch(place)).text();
    } catch {}
    if (turn !== asked) return;
    const source = find("#source");
    source.innerHTML = shown;
    document.querySelectorAll(".opens.chosen").forEach((one) => one.classList.remove("chosen"));
    document.querySelectorAll(`.opens[href="${CSS.escape(place)}"]`)
      .forEach((one) => one.classList.add("chosen"));
    if (focus) reveal(link);
    const passage = find("#passage");
    const sheet = find("#sheet");
    sheet.scrollTop = passage
      ? passage.getBoundingClientRect().top - sheet.getBoundingClientRect().top + sheet.scrollTop - sheet.clientHeight / 3
      : 0;
    if (focus) (source.querySelector("h2") || source).focus({ preventScroll: true });
  };

  // Beside the answer where there is room; else a sheet over it, which Escape and "back" close.
  const reveal = (link) => {
    if (!link.closest("#sheet")) opener = link;
    const sheet = find("#sheet");
    if (isBeside() || sheet.classList.contains("open")) return;
    sheet.classList.add("open");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-modal", "true");
    find("#pages").inert = true;
    history.pushState({ sheet: true }, "");
  };
  const isBeside = () => wide.matches && Boolean(find("#ask-page")?.offsetParent);
  const hide = () => {
    const sheet = find("#sheet");
    if (!sheet.classList.contains("open")) return;
    sheet.classList.remove("open");
    sheet.removeAttribute("role");
    sheet.removeAttribute("aria-modal");
    find("#pages").inert = false;
    opener?.focus({ preventScroll: true });
  };
  const close = () => (history.state?.sheet ? history.back() : hide());
  addEventListener("popstate", hide);
  wide.addEventListener("change", () => isBeside() && close());

  const ask = (question) => {
    const box = find("#question textarea");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => find("#question .submit-button").click());
  };

  const copy = async (button) => {
    const text = await (await fetch(button.dataset.from)).text();
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch { // an address that is not loopback, without https, has no clipboard
      button.textContent = "Not copied: use Export";
    }
    setTimeout(() => (button.textContent = words), 2000);
  };

  const keep = async (form) => {
    const told = form.closest(".tools").querySelector(".kept");
    const response = await fetch(form.getAttribute("action"), {
      method: "POST", body: new URLSearchParams(new FormData(form)),
    });
    told.textContent = response.ok ? await response.text() : "Not kept; try again.";
    if (response.ok) form.closest("details").open = false;
  };

  document.addEventListener("click", (event) => {
    const open = event.target.closest("a.opens");
    if (open && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(open, true);
    }
    if (event.target.closest(".back")) close();
    const example = event.target.closest("button.example");
    if (example) ask(example.textContent);
    const copier = event.target.closest("button.copy");
    if (copier) copy(copier);
    document.querySelectorAll(".tools details[open]").forEach((one) => {
      const chosen = event.target.closest(".menu a"); // closed after the link has been followed
      if (chosen || !one.contains(event.target)) setTimeout(() => (one.open = false));
    });
    if (event.target.closest("#rail-toggle")) toggleRail();
    else if (!event.target.closest("#rail") || event.target.closest("#talks, #new")) toggleRail(false);
  }, true);

  const toggleRail = (open) => {
    const rail = find("#rail");
    const now = rail?.classList.toggle("open", open);
    find("#rail-toggle")?.setAttribute("aria-expanded", String(Boolean(now)));
  };

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".tools details[open]"))
      event.target.lastElementChild.scrollIntoView({ block: "nearest" });
  }, true);

  document.addEventListener("submit", (event) => {
    if (!event.target.closest(".judge")) return;
    event.preventDefault();
    keep(event.target);
  }, true);

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "Escape") {
      const menu = find(".tools details[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (find("#rail.open")) toggleRail(false);
      else close();
    } else if (event.key === "/" && !typing && find("#question")?.offsetParent) {
      event.preventDefault();
      find("#question textarea").focus();
    }
  });

  // Reading begins at the question. On a wide page the first citation opens beside it.
  const arrive = () => {
    const talk = find("#chat .talk");
    sessionStorage.setItem("dateline-talk", talk?.dataset.talk || "");
    const questions = document.querySelectorAll("#chat .said");
    const last = questions[questions.length - 1];
    if (!last) return (seen = "");
    const pane = find("#chat");
    pane.scrollTop += last.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
    const marker = last.nextElementSibling?.querySelector("a.marker");
    const place = marker?.getAttribute("href") || "";
    if (isBeside() && place && place !== seen) show(marker, false);
    seen = place;
  };
  const start = setInterval(() => {
    const chat = find("#chat");
    if (!chat || !find("#sheet")) return;
    clearInterval(start);
    chat.setAttribute("role", "log");
    chat.setAttribute("aria-live", "polite");
    chat.setAttribute("aria-label", "Conversation");
    chat.tabIndex = 0;
    // On the other tabs the reader is a sheet at every width.
    const page = find("#ask-page");
    new ResizeObserver(() => find("#sheet").classList.toggle("aside", !page.offsetParent)).observe(page);
    new MutationObserver(arrive).observe(chat, { childList: true, subtree: true });
    arrive();
  }, 50);
}
