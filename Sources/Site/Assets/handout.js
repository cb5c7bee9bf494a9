"use strict";
drawFormulas();
colourCode();
lettersLoaded().then(() => { document.documentElement.dataset.ready = "true"; });
