import type { MaturityService } from "../pages/maturity/port.ts";
import type { ApiClient } from "./client.ts";
import { graphql } from "./tada.ts";

const MATURITY = graphql(`
  query Maturity {
    maturity {
      level
      nextLevel
      processes {
        process
        label
        mandatoryFor
        desirableFor
        manager
        inPlace
        evidence {
          what
          count
          last
        }
        missing {
          text
          register
        }
      }
      tasks {
        task
        label
        done
        related
        conditions
      }
      conditions {
        condition
        label
        met
        partly
        not
        unknown
        tasks
      }
    }
  }
`);

/** Maturity as the server works it out. */
export function createMaturity(api: ApiClient): MaturityService {
  return { maturity: async (signal) => (await api.query(MATURITY, {}, signal)).maturity };
}
