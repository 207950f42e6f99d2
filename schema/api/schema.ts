import { type GraphQLSchema } from "graphql";
import { registers } from "../registers/catalogue.ts";
import { builder } from "./builder.ts";
import { addRegister } from "./registers/queries.ts";
import "./calendar-year.ts";
import "./collisions.ts";
import "./api-tokens.ts";
import "./figures.ts";
import "./follow.ts";
import "./history.ts";
import "./impact.ts";
import "./lookup.ts";
import "./maturity.ts";
import "./links.ts";
import "./me.ts";
import "./overview.ts";
import "./personal-data.ts";
import "./pull.ts";
import "./push.ts";
import "./register-info.ts";
import "./results.ts";
import "./scalars.ts";
import "./search.ts";
import "./sign-in.ts";
import "./steps.ts";
import "./timers.ts";
import "./undo.ts";

for (const register of Object.values(registers)) addRegister(register);

/** The whole API. A register added to the catalogue is in it without a line here. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
