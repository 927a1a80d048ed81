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

  // Gradio makes the content of a tab when it is first opened.
  const wait = async (what) => {
    for (let n = 0; n < 200 && !find(what); n++) await new Promise((done) => setTimeout(done, 25));
    return find(what);
  };

  const fill = async (name, to, up = true) => {
    const pane = await wait(`#${name}-pane`);
    const turn = (turns[name] = (turns[name] || 0) + 1);
    delete pane.dataset.load;
    pane.dataset.from = to;
    pane.setAttribute("aria-busy", "true");
    const shown = await fetchText(to);
    if (turn !== turns[name]) return;
    pane.innerHTML = shown;
    pane.removeAttribute("aria-busy");
    pane.querySelectorAll(".scroll:has(svg.network)") // its middle, where it is wider than a phone
      .forEach((one) => (one.scrollLeft = (one.scrollWidth - one.clientWidth) / 2));
    if (up) pane.closest(".page")?.scrollIntoView({ block: "start" });
  };

  const openTab = (name) => window.dateline.openTab(name);
  const submit = (form, up = false) => {
    const asked = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
    return fill(form.dataset.into, `${form.getAttribute("action")}?${new URLSearchParams(asked)}`, up);
  };

  // A link that sets filters: the form shows what the list is then limited to.
  const set = async (link) => {
    if (link.dataset.tab) openTab(link.dataset.tab);
    const form = await wait(`form[data-into="${link.dataset.form}"]`);
    if ("clear" in link.dataset) form.reset();
    for (const [name, value] of new URLSearchParams(link.dataset.set)) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
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

  // What changes the archive is posted; what comes of it is said, lists and examples are made anew.
  const renew = () => {
    if (find("#chat .beginning")) find("#new").click();
    renewLists();
  };
  const renewLists = () => document.querySelectorAll(".pane[data-from]").forEach((pane) => {
    const name = pane.id.replace("-pane", "");
    if (pane.offsetParent) fill(name, pane.dataset.from, false);
    else { // when it is seen
      pane.dataset.load = pane.dataset.from;
      seen.observe(pane);
    }
  });
  const say = (place, told, ok) => {
    place.innerHTML = told;
    place.classList.toggle("fault", !ok);
  };
  const post = async (to, body) => {
    try {
      const response = await fetch(to, { method: "POST", body });
      const json = response.headers.get("content-type")?.includes("json");
      const told = json ? escapeText((await response.json()).detail || "") : await response.text();
      return [told, response.ok];
    } catch {
      return [GONE, false];
    }
  };
  const send = async (form) => {
    if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
    const job = form.closest(".adding")?.querySelector(".job");
    let place = job || find("#notice");
    say(place, "Working …", true);
    const [told, ok] = await post(form.getAttribute("action"), new FormData(form));
    say(place, told, ok);
    if (ok && job) follow(job);
    else if (ok) renew();
  };
  const follow = async (job) => {
    while (job.querySelector("[data-going]")) {
      await new Promise((done) => setTimeout(done, 700));
      const [told, ok] = await post("dateline/added", new FormData());
      say(job, told, ok);
    }
    renew();
  };
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.sends")) return;
    event.preventDefault();
    send(event.target);
  }, true);

  // Files are dropped or chosen; those of a folder keep their place in it.
  const upload = async (drop, files) => {
    const job = drop.parentElement.querySelector(".job");
    if (!files.length) return;
    const body = new FormData();
    for (const [file, name] of files) body.append("file", file, name);
    say(job, `Sending ${files.length} files …`, true);
    const [told, ok] = await post(drop.dataset.to, body);
    say(job, told, ok);
    if (ok) follow(job);
  };
  const list = async (entry, at = "") => {
    if (!entry) return [];
    if (entry.isFile)
      return [[await new Promise((done, fail) => entry.file(done, fail)), at + entry.name]];
    const reader = entry.createReader();
    const found = [];
    for (;;) { // it gives some at a time, and at the end none
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found;
      for (const one of some) found.push(...await list(one, `${at}${entry.name}/`));
    }
  };
  document.addEventListener("change", (event) => {
    const drop = event.target.matches("input[type=file]") && event.target.closest(".drop");
    if (!drop) return;
    upload(drop, [...event.target.files].map((file) => [file, file.webkitRelativePath || file.name]));
    event.target.value = "";
  });
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, async (event) => {
    const drop = event.target.closest?.(".drop");
    if (!drop) return;
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
    const files = [];
    for (const entry of entries) files.push(...await list(entry));
    upload(drop, files);
  });

  // In the network the ties of whom one points at, or reaches by keyboard, stand out.
  const light = (event) => {
    const at = event.target.closest?.("a.who") || document.activeElement?.closest("a.who");
    const net = at?.closest("svg.network");
    document.querySelectorAll("svg.network .lit").forEach((one) => one.classList.remove("lit"));
    document.querySelectorAll("svg.network").forEach((one) => one.classList.toggle("dim", one === net));
    net?.querySelectorAll(`.${at.dataset.node}`).forEach((one) => one.classList.add("lit"));
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
