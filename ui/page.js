// What the page does by itself: opens citations in the reader, copies, keeps verdicts, remembers
// which conversation a browser tab shows. Text from articles comes as HTML that the server escaped.
() => {
  const wide = matchMedia("(min-width: 1100px)");
  const find = (what) => document.querySelector(what);
  let opener = null; // what the focus goes back to
  let asked = 0; // the last article asked for; a slower one before it is not shown
  let read = ""; // the last question that was scrolled to
  let seen = ""; // the last answer whose first citation was opened by itself

  // Signed out meanwhile, every call is refused: the page itself leads to where one signs in.
  // Gradio shows nothing but a number of other refusals, and nothing where no answer came.
  const fetched = window.fetch.bind(window);
  window.fetch = async (...call) => {
    const calls = String(call[0]?.url || call[0]).includes("gradio_api");
    let response;
    try {
      response = await fetched(...call);
    } catch (fault) {
      if (calls && fault.name !== "AbortError") say("Nothing came back; is the app still running?");
      throw fault;
    }
    if (response.status === 401) location.reload();
    if (response.status === 429 && calls) say((await response.clone().json()).detail);
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

  // What goes wrong with a request is a sentence: where the answer would stand, or beneath the page.
  const say = (sentence) => {
    const waiting = find("#chat .waiting");
    if (waiting) {
      waiting.className = "fault";
      waiting.setAttribute("role", "alert");
      waiting.textContent = sentence;
      if (!find("#question textarea").value) write(waiting.previousElementSibling.textContent);
      return;
    }
    const told = find("#told");
    told.textContent = sentence;
    clearTimeout(say.ends);
    say.ends = setTimeout(() => (told.textContent = ""), 8000);
  };

  const write = (question) => {
    const box = find("#question textarea");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const ask = (question) => {
    write(question);
    setTimeout(() => find("#question .submit-button").click());
  };

  // What was asked stands there while it is looked for; the answer comes with all of the page anew.
  const draw = (question) => {
    const place = find("#chat .talk") || find("#chat .beginning");
    if (!place) return null;
    const said = Object.assign(document.createElement("h3"), { className: "said", dir: "auto" });
    const waiting = document.createElement("p");
    said.textContent = question;
    waiting.className = "waiting quiet";
    waiting.textContent = "Looking through the archive …";
    if (place.className === "beginning") place.replaceChildren();
    place.className = "talk";
    place.append(said, waiting);
    return waiting;
  };
  // One question at a time, in the light of the answers before it: one put while the page loads, or
  // while another is answered, is sent after that; after half a minute in any case.
  let before = Promise.resolve();
  let sent = null;
  const isSettled = () => find("#chat .talk, #chat .beginning") && !(sent?.isConnected && sent.classList.contains("waiting"));
  const settle = async () => {
    for (let n = 0; n < 1000 && !isSettled(); n++) await new Promise((done) => setTimeout(done, 30));
  };
  const begin = async (question, talk) => {
    const said = question.trim();
    if (!said) return [question, talk];
    write("");
    let waiting = draw(said);
    const turn = before.then(settle).then(() => {
      sent = waiting?.isConnected ? waiting : draw(said);
    });
    before = turn;
    await turn;
    return [question, find("#chat .talk")?.dataset.talk || ""];
  };
  const openTab = (name) =>
    [...document.querySelectorAll("#pages [role=tab]")].find((tab) => tab.textContent.trim() === name)?.click();

  const shows = (talk) => find("#chat .talk")?.dataset.talk === talk;
  window.dateline = { begin, shows, openTab };

  // Each piece of an answer makes its button anew: a click may begin on one and end on another.
  const stop = (event) => {
    const button = event.target.closest?.("button.stop");
    if (button) fetch(button.dataset.to, { method: "POST" });
  };
  document.addEventListener("pointerdown", stop, true);
  let stopping = false; // whether the focus is, or was, on that button
  document.addEventListener("focusin", (event) => (stopping = Boolean(event.target.closest(".stop"))), true);

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
    const json = response.headers.get("content-type")?.includes("json"); // the door says why not
    told.textContent = json ? (await response.json()).detail : await response.text();
    if (response.ok) form.closest("details").open = false;
  };

  document.addEventListener("click", (event) => {
    const open = event.target.closest("a.opens");
    if (open && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(open, true);
    }
    if (event.target.closest(".back")) close();
    stop(event);
    const example = event.target.closest("button.example");
    if (example?.dataset.tab) openTab(example.dataset.tab);
    else if (example) ask(example.textContent);
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

  // Reading begins at the question, once. On a wide page the first citation opens beside it.
  const arrive = () => {
    const talk = find("#chat .talk");
    sessionStorage.setItem("dateline-talk", talk?.dataset.talk || "");
    const questions = document.querySelectorAll("#chat .said");
    const last = questions[questions.length - 1];
    if (stopping && document.activeElement === document.body) find("button.stop")?.focus({ preventScroll: true });
    if (!last) return (seen = read = "");
    const pane = find("#chat");
    const place = `${talk.dataset.talk}/${questions.length}`;
    if (place !== read) pane.scrollTop += last.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
    read = place;
    const marker = last.nextElementSibling?.querySelector("a.marker");
    const cited = marker?.getAttribute("href") || "";
    if (isBeside() && cited && cited !== seen) show(marker, false);
    seen = cited;
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
