/** True in the development server and in a build with `--mode kit`: the page of components exists. */
declare const __KIT__: boolean
