// The tabs of lists (ui/panes.py): forms and links fetch what the server made and put it in a pane.
() => {
  const find = (what) => document.querySelector(what);
  const turns = {}; // the last address asked for, by pane; a slower one before it is not shown
  const GONE = "<p class='fault' role='alert'>Nothing came back; is the app still running?</p>";

  const fetchText = async (to, how) => {
    try {
      const response = await fetch(to, how);
      if (response.headers.get("content-type")?.includes("json")) // the door says why not
        return `<p class='fault' role='alert'></p>`.replace("></", `>${escapeText((await response.json()).detail || "")}</`);
      return await response.text();
    } catch {
      return GONE;
    }
  };
  const escapeText = (text) => Object.assign(document.createElement("i"), { textContent: text }).innerHTML;

  const fill = async (name, to, up = true) => {
    const pane = document.getElementById(`${name}-pane`);
    const turn = (turns[name] = (turns[name] || 0) + 1);
    delete pane.dataset.load;
    pane.dataset.from = to;
    pane.setAttribute("aria-busy", "true");
    const shown = await fetchText(to);
    if (turn !== turns[name]) return;
    pane.innerHTML = shown;
    pane.removeAttribute("aria-busy");
    if (up) pane.closest(".page")?.scrollIntoView({ block: "start" });
  };

  const openTab = (name) =>
    [...document.querySelectorAll("#pages [role=tab]")].find((tab) => tab.textContent.trim() === name)?.click();

  const submit = (form, up = false) => {
    const asked = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
    return fill(form.dataset.into, `${form.getAttribute("action")}?${new URLSearchParams(asked)}`, up);
  };

  // A link that sets filters: the form shows what the list is then limited to.
  const set = (link) => {
    const form = find(`form[data-into="${link.dataset.form}"]`);
    if ("clear" in link.dataset) form.reset();
    for (const [name, value] of new URLSearchParams(link.dataset.set)) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
    if (link.dataset.tab) openTab(link.dataset.tab);
    submit(form, true);
  };

  const unfold = async (button) => {
    const cell = document.getElementById(button.getAttribute("aria-controls"));
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    cell.parentElement.hidden = !open;
    if (open && !cell.innerHTML) {
      cell.innerHTML = "<p class='quiet'>Looking …</p>";
      cell.innerHTML = await fetchText(button.dataset.from);
    }
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest(".page a.goes, .page a.sets");
    if (link) {
      event.preventDefault();
      if (link.classList.contains("sets")) return set(link);
      if (link.dataset.tab) openTab(link.dataset.tab);
      return fill(link.dataset.into, link.getAttribute("href"));
    }
    const row = event.target.closest("tr.row");
    const button = event.target.closest("button.unfolds")
      || (!event.target.closest("a, button, input, label") && !String(getSelection()) && row?.querySelector("button.unfolds"));
    if (button) unfold(button);
  });

  let waiting = 0;
  const soon = (form) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => submit(form), 350);
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.filters");
    if (form) soon(form);
  });
  document.addEventListener("reset", (event) => {
    if (event.target.matches("form.filters")) soon(event.target);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.filters")) return;
    event.preventDefault();
    clearTimeout(waiting);
    submit(event.target);
  }, true);

  // In the network the ties of whom one points at, or reaches by keyboard, stand out.
  const light = (event) => {
    const net = event.target.closest?.("svg.network");
    document.querySelectorAll("svg.network .lit").forEach((one) => one.classList.remove("lit"));
    const who = event.target.closest?.("a.who");
    document.querySelectorAll("svg.network").forEach((one) => one.classList.toggle("dim", one === net && Boolean(who)));
    if (who) net.querySelectorAll(`.${who.dataset.node}`).forEach((one) => one.classList.add("lit"));
  };
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  // A pane is filled when its tab is first seen.
  const seen = new IntersectionObserver((entries) => entries.forEach((one) => {
    if (one.isIntersecting && one.target.dataset.load) fill(one.target.id.replace("-pane", ""), one.target.dataset.load, false);
  }));
  const watched = new WeakSet();
  const watch = () => document.querySelectorAll(".pane[data-load]").forEach((pane) => {
    if (watched.has(pane)) return;
    watched.add(pane);
    seen.observe(pane);
  });
  new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
  watch();
}
