import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: { eqeqeq: "error", "no-console": "error", "no-var": "error", "prefer-const": "error" },
  },
  { files: ["src/**"], languageOptions: { globals: globals.browser } },
  { files: ["*.js"], languageOptions: { globals: globals.node } },
];
