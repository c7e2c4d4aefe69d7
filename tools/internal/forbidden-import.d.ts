// The tsconfig of a package maps every package that it must not import to this file, which is no module. So a
// forbidden import fails in the compiler with "forbidden-import.d.ts is not a module"; CONVENTIONS.md says who may.
