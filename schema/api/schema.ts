import { type GraphQLSchema } from "graphql";
import { registers } from "../registers/catalogue.ts";
import { builder } from "./builder.ts";
import { addRegister } from "./registers/queries.ts";
import "./history.ts";
import "./me.ts";
import "./pull.ts";
import "./push.ts";
import "./register-info.ts";
import "./scalars.ts";
import "./sign-in.ts";
import "./undo.ts";

for (const register of Object.values(registers)) addRegister(register);

/** The whole API. A register added to the catalogue is in it without a line here. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
